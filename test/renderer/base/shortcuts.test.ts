import { describe, expect, it } from 'vitest';
import { isPressed, shortcutNames, shortcuts } from '../../../renderer/base/shortcuts.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('a shortcut', () => {
  it('is pressed with Ctrl or ⌘, and with no other key held down', () => {
    expect(isPressed(shortcuts.undo, press('z', { ctrlKey: true }))).toBe(true);
    expect(isPressed(shortcuts.undo, press('z', { metaKey: true }))).toBe(true);
    expect(isPressed(shortcuts.undo, press('z'))).toBe(false);
    expect(isPressed(shortcuts.undo, press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(isPressed(shortcuts.undo, press('z', { ctrlKey: true, altKey: true }))).toBe(false);
    expect(isPressed(shortcuts.redo, press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
  });

  it('of a letter goes by the place of the key on a keyboard without Latin letters', () => {
    expect(isPressed(shortcuts.palette, { ...press('л', { ctrlKey: true }), code: 'KeyK' })).toBe(true);
    expect(isPressed(shortcuts.palette, { ...press('q', { ctrlKey: true }), code: 'KeyK' })).toBe(false);
  });

  it('of a character that is typed with Shift on some keyboards is pressed either way', () => {
    expect(isPressed(shortcuts.help, press('?', { shiftKey: true }))).toBe(true);
    expect(isPressed(shortcuts.help, press('?'))).toBe(true);
  });

  it('does one thing in one place', () => {
    const uses = shortcutNames.map((name) => `${shortcuts[name].place}: ${shortcuts[name].keys.join(' ')}`);
    expect(new Set(uses).size).toBe(uses.length);
  });
});
