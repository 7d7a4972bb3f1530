import { notifyDeleted } from '../base/notify.tsx';
import { type Change, recordChange, undoChange } from './undo-stack.ts';

/** Notes a deletion, so that it can be undone, and shows a notification with a button that does so. */
export function announceDeletion(done: string, name: string, functions: Pick<Change, 'undo' | 'redo'>): void {
  const change: Change = { label: `${done}: ${name}`, ...functions };
  recordChange(change);
  notifyDeleted(done, name, () => undoChange(change));
}
