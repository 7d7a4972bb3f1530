import type { OnProgress } from './threads/pool.ts';

/** A parallel task in one thread. */
export interface Task<T = void> {
  do(piece: number, onProgress: OnProgress): T | Promise<T>;
  /** Disposes the task's resources. */
  dispose(): void;
}

/**
 * Module of each parallel task; loaded in the thread. Each receives its complete input, with large arrays in shared
 * memory.
 */
const taskModules = {
  'profile.vectors': async () => (await import('./profile/vectors-task.ts')).vectorsTask,
  'evaluate.ranks': async () => (await import('./evaluate/ranks-task.ts')).ranksTask,
  'evaluate.baselines': async () => (await import('./evaluate/baselines-task.ts')).baselinesTask,
  'finetune.fits': async () => (await import('./finetune/fits-task.ts')).fitsTask,
  'finetune.samples': async () => (await import('./finetune/head/samples-task.ts')).samplesTask,
  'text.ratings': async () => (await import('./text/rating-task.ts')).ratingTask,
};

type StartTask<W extends TaskName> = Awaited<ReturnType<(typeof taskModules)[W]>>;
export type TaskName = keyof typeof taskModules;
export type TaskInput<W extends TaskName> = Parameters<StartTask<W>>[0];
/** Result of a piece. */
export type TaskResult<W extends TaskName> = Awaited<ReturnType<Awaited<ReturnType<StartTask<W>>>['do']>>;

type TaskStarters = { readonly [W in TaskName]: () => Promise<(input: TaskInput<W>) => Promise<Task<TaskResult<W>>>> };
const taskStarters: TaskStarters = taskModules;

export async function startTask<W extends TaskName>(name: W, input: TaskInput<W>): Promise<Task<TaskResult<W>>> {
  const start = await taskStarters[name]();
  return start(input);
}
