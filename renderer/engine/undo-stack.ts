import { create } from 'zustand';
import { onWorkspaceChange } from './workspace-change.ts';

/** A change of the open workspace that can be undone and redone. */
export interface Change {
  /** Description, such as “Segment deleted: Loyal customers”. */
  readonly label: string;
  undo(): Promise<unknown>;
  redo(): Promise<unknown>;
  /** Called when the change can no longer be undone, because too many others followed it. */
  drop?: (() => unknown) | undefined;
}

interface UndoStack {
  /** Changes that can be undone, the latest last. */
  readonly done: readonly Change[];
  /** Changes that can be redone, the last undone one at the end. */
  readonly undone: readonly Change[];
}

const EMPTY: UndoStack = { done: [], undone: [] };

/** Maximum number of changes that can be undone; the engine keeps as many deleted segments. */
const LIMIT = 20;

export const useUndoStack = create<UndoStack>(() => EMPTY);

/** Records a completed change; clears the changes that could be redone. */
export function recordChange(change: Change): void {
  const done = [...useUndoStack.getState().done, change];
  useUndoStack.setState({ done: done.slice(-LIMIT), undone: [] });
  for (const dropped of done.slice(0, -LIMIT)) dropped.drop?.();
}

/** Performs and records a change. Rejects, and records nothing, if it fails. */
export async function perform(change: Change): Promise<void> {
  await change.redo();
  recordChange(change);
}

export function clearChanges(): void {
  useUndoStack.setState(EMPTY);
}

/** Undoes a change, by default the latest. Returns it, or null if there is none; rejects if it cannot be undone. */
export async function undoChange(change = useUndoStack.getState().done.at(-1)): Promise<Change | null> {
  if (change === undefined || !useUndoStack.getState().done.includes(change)) return null;
  useUndoStack.setState(({ done }) => ({ done: without(done, change) }));
  await change.undo();
  useUndoStack.setState(({ undone }) => ({ undone: [...undone, change] }));
  return change;
}

/** Redoes the last undone change. Returns it, or null if there is none; rejects if it cannot be redone. */
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
