import { describe, expect, it } from 'vitest';
import { loadParallelTask, parallelTaskNames } from '../../../electron/engine/parallel-tasks.ts';
import { loadThreadEntry, threadEntryNames } from '../../../electron/engine/thread-entries.ts';

describe('a thread loads by name', () => {
  it.each(parallelTaskNames)('the parallel task %s', async (name) => {
    expect((await loadParallelTask(name)).name).toBe(name);
  });

  it.each(threadEntryNames)('the entry point %s', async (name) => {
    expect((await loadThreadEntry(name)).name).toBe(name);
  });
});
