import type { PoolWorkerInput } from './threads/pool-worker.ts';
import type { PrefetchInput } from './train/loop/crew/prefetch.ts';
import type { ReplicaInput } from './train/loop/crew/replica-thread.ts';

/** Input of each thread entry point. */
interface ThreadEntries {
  'train.feed': PrefetchInput;
  'train.member': ReplicaInput;
  'pool.help': PoolWorkerInput;
}
export type ThreadEntryName = keyof ThreadEntries;
export type ThreadEntryInput<T extends ThreadEntryName> = ThreadEntries[T];

/** Module of each entry point; loaded in the thread. */
const loaders: { readonly [T in ThreadEntryName]: () => Promise<(input: ThreadEntries[T]) => unknown> } = {
  'train.feed': async () => (await import('./train/loop/crew/prefetch.ts')).prefetchBatches,
  'train.member': async () => (await import('./train/loop/crew/replica-thread.ts')).runReplica,
  'pool.help': async () => (await import('./threads/pool-worker.ts')).runWorker,
};

/** Runs an entry point to completion. */
export async function runThreadEntry<T extends ThreadEntryName>(name: T, input: ThreadEntryInput<T>): Promise<void> {
  const entry = await loaders[name]();
  await entry(input);
}
