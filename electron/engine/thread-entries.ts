import type { ThreadEntry } from './threads/start-thread.ts';

/** Module of each thread entry point by the entry point's name; loaded in the thread. */
const loaders: Readonly<Record<string, () => Promise<ThreadEntry<unknown>>>> = {
  'pool.worker': async () => (await import('./threads/pool-worker.ts')).poolWorkerEntry,
  'train.prefetch': async () => (await import('./train/loop/crew/prefetch.ts')).prefetchEntry,
  'train.replica': async () => (await import('./train/loop/crew/replica-thread.ts')).replicaEntry,
};

export const threadEntryNames = Object.keys(loaders);

export async function loadThreadEntry(name: string): Promise<ThreadEntry<unknown>> {
  const load = loaders[name];
  if (!load) throw new Error(`no thread entry point is called ${name}`);
  return load();
}
