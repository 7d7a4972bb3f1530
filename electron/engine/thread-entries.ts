import type { ThreadEntry } from './threads/start-thread.ts';

/** Module of each thread entry point by the entry point's name; loaded in the thread. */
const loaders: Readonly<Record<string, () => Promise<ThreadEntry<unknown>>>> = {
  'pool.worker': async () => (await import('./threads/pool-worker.ts')).poolWorkerEntry,
  'map.kernels': async () => (await import('./map/kernels/kernel-thread.ts')).kernelThreadEntry as ThreadEntry<unknown>,
  'segment.queries': async () => (await import('./segment/query-worker.ts')).queryWorkerEntry,
  'train.behaviours.prefetch': async () => (await import('./train/behaviours/behaviour-batches.ts')).behaviourPrefetch,
  'train.behaviours.replica': async () => (await import('./train/behaviours/behaviour-task.ts')).behaviourReplica,
  'maintenance.check': async () => (await import('./maintenance/check-closed.ts')).checkClosedEntry,
  'finetune.prefetch': async () => (await import('./finetune/head/head-batches.ts')).headPrefetch,
  'finetune.replica': async () => (await import('./finetune/head/head-task.ts')).headReplica,
  'train.texts.prefetch': async () => (await import('./text/text-batches.ts')).textPrefetch,
  'train.texts.replica': async () => (await import('./text/text-task.ts')).textReplica,
};

export const threadEntryNames = Object.keys(loaders);

export async function loadThreadEntry(name: string): Promise<ThreadEntry<unknown>> {
  const load = loaders[name];
  if (!load) throw new Error(`no thread entry point is called ${name}`);
  return load();
}
