import { create } from 'zustand';
import { onWorkspaceChange } from './workspace-change.ts';

/** Something that a person did to the open workspace, and how it is reversed and repeated. */
export interface Change {
  /** What was done, such as “Segment deleted: Loyal customers”. */
  readonly label: string;
  undo(): Promise<unknown>;
  redo(): Promise<unknown>;
}

interface UndoStack {
  /** Changes that can be undone, the latest last. */
  readonly done: readonly Change[];
  /** Changes that can be repeated, the one undone last at the end. */
  readonly undone: readonly Change[];
}

const EMPTY: UndoStack = { done: [], undone: [] };

/** Number of changes that can be undone; the engine remembers as many deleted segments. */
const LIMIT = 20;

export const useUndoStack = create<UndoStack>(() => EMPTY);

/** Notes what a person did, so that it can be undone; nothing that was undone before can be repeated any more. */
export function recordChange(change: Change): void {
  useUndoStack.setState(({ done }) => ({ done: [...done, change].slice(-LIMIT), undone: [] }));
}

/** Makes a change and notes it. Rejects, without noting it, if it fails. */
export async function perform(change: Change): Promise<void> {
  await change.redo();
  recordChange(change);
}

export function clearChanges(): void {
  useUndoStack.setState(EMPTY);
}

/** Reverses a change: the latest by default. Returns it, or null if there is none; rejects if it cannot be reversed. */
export async function undoChange(change = useUndoStack.getState().done.at(-1)): Promise<Change | null> {
  if (change === undefined || !useUndoStack.getState().done.includes(change)) return null;
  useUndoStack.setState(({ done }) => ({ done: without(done, change) }));
  await change.undo();
  useUndoStack.setState(({ undone }) => ({ undone: [...undone, change] }));
  return change;
}

/** Repeats the change that was undone last. Returns it, or null if there is none; rejects if it cannot be repeated. */
export async function redoChange(): Promise<Change | null> {
  const change = useUndoStack.getState().undone.at(-1);
  if (change === undefined) return null;
  useUndoStack.setState(({ undone }) => ({ undone: without(undone, change) }));
  await change.redo();
  useUndoStack.setState(({ done }) => ({ done: [...done, change] }));
  return change;
}

const without = (changes: readonly Change[], change: Change) => changes.filter((other) => other !== change);

onWorkspaceChange(clearChanges);
