/** Keys with a name of their own, and gestures; a key that types a character is named by it. */
export type NamedKey = 'mod' | 'shift' | 'escape' | 'arrows' | 'click' | 'drag' | 'wheel';
export type ShortcutKey = NamedKey | 'k' | 'z' | 'b' | '?';

/** Where a shortcut works. */
export const shortcutPlaces = ['everywhere', 'map', 'charts', 'heatmap'] as const;
export type ShortcutPlace = (typeof shortcutPlaces)[number];

export interface Shortcut {
  /** What is pressed together; the last one is the key itself. */
  readonly keys: readonly ShortcutKey[];
  readonly place: ShortcutPlace;
  /** Whether it also works while a person types in a field. */
  readonly inFields?: boolean;
}

/** All keys and gestures of the window, by what they do: the help sheet, the settings and the tooltips are made of them. */
export const shortcuts = {
  palette: { keys: ['mod', 'k'], place: 'everywhere', inFields: true },
  help: { keys: ['?'], place: 'everywhere' },
  undo: { keys: ['mod', 'z'], place: 'everywhere' },
  redo: { keys: ['mod', 'shift', 'z'], place: 'everywhere' },
  sideBar: { keys: ['mod', 'b'], place: 'everywhere' },
  lasso: { keys: ['shift', 'drag'], place: 'map' },
  pan: { keys: ['arrows'], place: 'map' },
  zoom: { keys: ['wheel'], place: 'map' },
  clear: { keys: ['escape'], place: 'map' },
  several: { keys: ['mod', 'click'], place: 'charts' },
  bars: { keys: ['arrows'], place: 'charts' },
  cells: { keys: ['arrows'], place: 'heatmap' },
} as const satisfies Record<string, Shortcut>;
export type ShortcutName = keyof typeof shortcuts;

export const shortcutNames = Object.keys(shortcuts) as ShortcutName[];

const SINGLE_KEYS = 'portrait.singleKeys';

/** Whether shortcuts without Ctrl or ⌘ are switched on (WCAG 2.1.4); the choice is stored in the browser. */
export const singleKeysEnabled = (): boolean => localStorage.getItem(SINGLE_KEYS) !== 'no';

export function enableSingleKeys(enabled: boolean): void {
  localStorage.setItem(SINGLE_KEYS, enabled ? 'yes' : 'no');
}

/** The part of a keyboard event that decides which shortcut it is. */
type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether a key press is that of a shortcut. The place of a letter counts where the keyboard types no Latin letters. */
export function isPressed({ keys }: Shortcut, { key, code, ctrlKey, metaKey, shiftKey, altKey }: Press): boolean {
  const letter = keys.at(-1)!;
  if (altKey || (ctrlKey || metaKey) !== keys.includes('mod')) return false;
  if (!/^[a-z]$/.test(letter)) return key === letter;
  const isLetter = /^[a-z]$/i.test(key) ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;
  return isLetter && shiftKey === keys.includes('shift');
}

/** Input elements in which no text is typed. */
const WITHOUT_TEXT = ['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit'];

/** Whether a person who presses a key at an element types text there. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !WITHOUT_TEXT.includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
