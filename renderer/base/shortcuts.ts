/** Keys that do not type a character, and gestures; other keys are identified by their character. */
export type NamedKey = 'mod' | 'shift' | 'escape' | 'arrows' | 'click' | 'drag' | 'wheel';
export type ShortcutKey = NamedKey | 'k' | 'z' | 'b' | '?';

/** Where a shortcut works. */
export const shortcutPlaces = ['everywhere', 'map', 'charts', 'heatmap'] as const;
export type ShortcutPlace = (typeof shortcutPlaces)[number];

export interface Shortcut {
  /** The keys of the combination, the main key last. */
  readonly keys: readonly ShortcutKey[];
  readonly place: ShortcutPlace;
  /** Whether it also works while a text field has the focus. */
  readonly inFields?: boolean;
}

/** All shortcuts and gestures by action; the source of the help sheet, the settings and the tooltips. */
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

/** Whether shortcuts without Ctrl or ⌘ are enabled (WCAG 2.1.4); the choice is stored in the browser. */
export const singleKeysEnabled = (): boolean => localStorage.getItem(SINGLE_KEYS) !== 'no';

export function enableSingleKeys(enabled: boolean): void {
  localStorage.setItem(SINGLE_KEYS, enabled ? 'yes' : 'no');
}

/** The properties of a keyboard event that identify a shortcut. */
type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/**
 * Whether a key press triggers a shortcut. On a keyboard without Latin letters, the position of a letter key counts.
 */
export function isPressed({ keys }: Shortcut, { key, code, ctrlKey, metaKey, shiftKey, altKey }: Press): boolean {
  const letter = keys.at(-1)!;
  if (altKey || (ctrlKey || metaKey) !== keys.includes('mod')) return false;
  if (!/^[a-z]$/.test(letter)) return key === letter;
  const isLetter = /^[a-z]$/i.test(key) ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;
  return isLetter && shiftKey === keys.includes('shift');
}

/** Types of input elements without text. */
const WITHOUT_TEXT = ['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit'];

/** Whether an element accepts typed text. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !WITHOUT_TEXT.includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
