import type { TFunction } from 'i18next';
import { type NamedKey, type ShortcutKey, type ShortcutName, shortcuts } from '../base/shortcuts.ts';

const isMac = /^Mac/.test(navigator.platform);

const MAC_KEYS: Partial<Record<ShortcutKey, string>> = { mod: '⌘', shift: '⇧' };
const NAMED: readonly string[] = ['mod', 'shift', 'escape', 'arrows', 'click', 'drag', 'wheel'] satisfies NamedKey[];

const isNamed = (key: ShortcutKey): key is NamedKey => NAMED.includes(key);

/** Returns the display names of a shortcut's keys on this computer's keyboard. */
export function keyNames(t: TFunction, name: ShortcutName): string[] {
  return shortcuts[name].keys.map((key: ShortcutKey) => {
    const macKey = isMac ? MAC_KEYS[key] : undefined;
    return macKey ?? (isNamed(key) ? t(`shortcuts.keys.${key}`) : key.toUpperCase());
  });
}

/** Returns a label with the keys of its shortcut, for a tooltip: “Collapse side bar (Ctrl + B)”. */
export function labelWithKeys(t: TFunction, label: string, name: ShortcutName): string {
  return t('shortcuts.withKeys', { label, keys: keyNames(t, name).join(' + ') });
}
