import i18next from 'i18next';
import { notifyDone, notifyError } from '../base/notify.tsx';
import { type Change, redoChange, undoChange } from '../engine/undo-stack.ts';

/** Undoes the latest change and notifies the user. */
export function undo(): void {
  undoChange().then((change) => announce('terms.undone', change), notifyError);
}

/** Redoes the last undone change and notifies the user. */
export function redo(): void {
  redoChange().then((change) => announce('terms.redone', change), notifyError);
}

function announce(title: 'terms.undone' | 'terms.redone', change: Change | null): void {
  if (change) notifyDone(i18next.t(title), change.label);
}
