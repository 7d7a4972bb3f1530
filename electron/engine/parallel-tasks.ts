import type { ParallelTask } from './threads/task.ts';

type AnyTask = ParallelTask<unknown, unknown>;

/** Module of each parallel task by the task's name; loaded in the thread that runs it. */
const loaders: Readonly<Record<string, () => Promise<AnyTask>>> = {
  'profile.vectors': async () => (await import('./profile/vectors-task.ts')).vectorsTask,
  'train.ranks': async () => (await import('./train/rank/ranks-task.ts')).ranksTask,
  'evaluate.baselines': async () => (await import('./evaluate/baselines-task.ts')).baselinesTask,
  'finetune.fits': async () => (await import('./finetune/fits-task.ts')).fitsTask,
  'finetune.samples': async () => (await import('./finetune/head/samples-task.ts')).samplesTask,
  'text.ratings': async () => (await import('./text/rating-task.ts')).ratingTask,
};

export const parallelTaskNames = Object.keys(loaders);

export async function loadParallelTask(name: string): Promise<AnyTask> {
  const load = loaders[name];
  if (!load) throw new Error(`no parallel task is called ${name}`);
  return load();
}
