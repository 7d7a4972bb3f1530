import { notifyDeleted } from '../base/notify.tsx';
import { type Change, recordChange, undoChange, useUndoStack } from './undo-stack.ts';

/**
 * Adds a deletion to the undo stack and shows a notification with an undo button. The notification is hidden when the
 * deletion is undone or can no longer be undone, for example in another workspace.
 */
export function announceDeletion(done: string, name: string, functions: Omit<Change, 'label'>): void {
  const change: Change = { label: `${done}: ${name}`, ...functions };
  recordChange(change);
  const hide = notifyDeleted(done, name, () => undoChange(change));
  const unsubscribe = useUndoStack.subscribe((stack) => {
    if (stack.done.includes(change)) return;
    hide();
    unsubscribe();
  });
}
