import type { VectorsInput } from '../profile/vectors-work.ts';
import type { RanksInput } from '../train/evaluate/ranks-work.ts';
import type { SamplesInput } from '../train/finetune/head/samples-work.ts';

/** What each work that threads share is given; all large numbers in shared memory. */
interface Works {
  'profile.vectors': VectorsInput;
  'evaluate.ranks': RanksInput;
  'finetune.samples': SamplesInput;
}
export type WorkName = keyof Works;
export type WorkInput<W extends WorkName> = Works[W];

/** Work as one thread does it. */
export interface Work {
  do(piece: number): void;
  /** Lets go of what it needed. */
  end(): void;
}

/** Where each work is; loaded in the thread. */
const loaders: { readonly [W in WorkName]: () => Promise<(input: Works[W]) => Promise<Work>> } = {
  'profile.vectors': async () => (await import('../profile/vectors-work.ts')).vectorsWork,
  'evaluate.ranks': async () => (await import('../train/evaluate/ranks-work.ts')).ranksWork,
  'finetune.samples': async () => (await import('../train/finetune/head/samples-work.ts')).samplesWork,
};

export async function startWork<W extends WorkName>(name: W, input: WorkInput<W>): Promise<Work> {
  const start = await loaders[name]();
  return start(input);
}
