import { notifyDeleted } from '../base/notify.tsx';
import { type Change, recordChange, undoChange, useUndoStack } from './undo-stack.ts';

/**
 * Notes a deletion, so that it can be undone, and shows a notification with a button that does so. The notification is
 * hidden once the deletion has been undone otherwise, or can no longer be undone, such as in another workspace.
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
