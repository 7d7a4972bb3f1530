import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Change,
  clearChanges,
  perform,
  recordChange,
  redoChange,
  undoChange,
  useUndoStack,
} from '../../../renderer/engine/undo-stack.ts';

beforeEach(clearChanges);

/** Returns a change that appends to a log, and one that fails to be undone. */
function changes() {
  const log: string[] = [];
  const change = (label: string): Change => ({
    label,
    undo: async () => log.push(`undo ${label}`),
    redo: async () => log.push(`redo ${label}`),
  });
  return { log, change };
}

const labels = () => ({
  done: useUndoStack.getState().done.map(({ label }) => label),
  undone: useUndoStack.getState().undone.map(({ label }) => label),
});

describe('the undo stack', () => {
  it('undoes the latest change first, and repeats them in their order', async () => {
    const { log, change } = changes();
    recordChange(change('a'));
    recordChange(change('b'));
    await undoChange();
    await undoChange();
    expect(await undoChange()).toBeNull();
    await redoChange();
    await redoChange();
    expect(await redoChange()).toBeNull();
    expect(log).toEqual(['undo b', 'undo a', 'redo a', 'redo b']);
  });

  it('forgets what was undone once something else is changed', async () => {
    const { change } = changes();
    recordChange(change('a'));
    await undoChange();
    recordChange(change('b'));
    expect(labels()).toEqual({ done: ['b'], undone: [] });
  });

  it('tells the oldest of more than twenty changes that it can no longer be undone', () => {
    const { log, change } = changes();
    for (let i = 0; i < 22; i++) recordChange({ ...change(`${i}`), drop: () => log.push(`drop ${i}`) });
    expect(log).toEqual(['drop 0', 'drop 1']);
    expect(labels().done).toHaveLength(20);
  });

  it('undoes an earlier change, as its notification offers, only once', async () => {
    const { log, change } = changes();
    const first = change('a');
    recordChange(first);
    recordChange(change('b'));
    await undoChange(first);
    expect(await undoChange(first)).toBeNull();
    expect(log).toEqual(['undo a']);
    expect(labels()).toEqual({ done: ['b'], undone: ['a'] });
  });

  it('drops a change that cannot be undone', async () => {
    recordChange({ label: 'a', undo: () => Promise.reject(new Error('gone')), redo: async () => {} });
    await expect(undoChange()).rejects.toThrow('gone');
    expect(labels()).toEqual({ done: [], undone: [] });
  });

  it('does not note a change that fails', async () => {
    const failing = { label: 'a', undo: async () => {}, redo: () => Promise.reject(new Error('no')) };
    await expect(perform(failing)).rejects.toThrow('no');
    expect(labels().done).toEqual([]);
  });

  it('holds the last 20 changes', () => {
    const { change } = changes();
    for (let index = 0; index < 25; index++) recordChange(change(String(index)));
    expect(labels().done).toHaveLength(20);
    expect(labels().done[0]).toBe('5');
  });
});
