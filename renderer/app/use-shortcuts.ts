import { openDialog } from '../base/dialogs.ts';
import { useShortcut } from '../base/use-shortcut.ts';
import { redo, undo } from './undo.ts';

/** Registers the shortcuts that work on every page, except that of the side bar. */
export function useShortcuts(): void {
  useShortcut('palette', () => openDialog('palette'));
  useShortcut('help', () => openDialog('shortcuts'));
  useShortcut('undo', undo);
  useShortcut('redo', redo);
}
