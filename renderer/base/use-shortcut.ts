import { useEffect, useEffectEvent } from 'react';
import { isPressed, isTextField, type Shortcut, type ShortcutName, shortcuts, singleKeysEnabled } from './shortcuts.ts';

/** Calls a function when a shortcut is pressed, unless a dialog is open or a text field has the focus. */
export function useShortcut(name: ShortcutName, onPress: () => void): void {
  const shortcut: Shortcut = shortcuts[name];
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !isPressed(shortcut, event)) return;
    if (isTextField(event.target) && !shortcut.inFields) return;
    if (!shortcut.keys.includes('mod') && !singleKeysEnabled()) return;
    if (document.querySelector('[aria-modal="true"]')) return;
    event.preventDefault();
    onPress();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
