import type { Tell } from './threads/pool.ts';

/** Work as one thread does it. */
export interface Work<T = void> {
  do(piece: number, tell: Tell): T | Promise<T>;
  /** Lets go of what it needed. */
  end(): void;
}

/** Where each work that threads share is; loaded in the thread. Each is given all that it needs, large numbers in shared memory. */
const loaders = {
  'profile.vectors': async () => (await import('./profile/vectors-task.ts')).vectorsWork,
  'evaluate.ranks': async () => (await import('./evaluate/ranks-task.ts')).ranksWork,
  'evaluate.baselines': async () => (await import('./evaluate/baselines-task.ts')).baselinesWork,
  'finetune.fits': async () => (await import('./finetune/fits-task.ts')).fitsWork,
  'finetune.samples': async () => (await import('./finetune/head/samples-task.ts')).samplesWork,
  'text.ratings': async () => (await import('./text/rating-task.ts')).ratingWork,
};

type Start<W extends WorkName> = Awaited<ReturnType<(typeof loaders)[W]>>;
export type WorkName = keyof typeof loaders;
export type WorkInput<W extends WorkName> = Parameters<Start<W>>[0];
/** What each piece gives. */
export type WorkResult<W extends WorkName> = Awaited<ReturnType<Awaited<ReturnType<Start<W>>>['do']>>;

type Starts = { readonly [W in WorkName]: () => Promise<(input: WorkInput<W>) => Promise<Work<WorkResult<W>>>> };
const starts: Starts = loaders;

export async function startWork<W extends WorkName>(name: W, input: WorkInput<W>): Promise<Work<WorkResult<W>>> {
  const start = await starts[name]();
  return start(input);
}
