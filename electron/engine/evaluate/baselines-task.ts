import type { Baseline, Skipped } from '../../../shared/contract/train.ts';
import type { Work } from '../parallel-tasks.ts';
import { type Ranked, rankAll } from '../train/rank/rank.ts';
import type { Questions } from '../train/rank/rank-batches.ts';
import type { Training } from './baselines/baseline-data.ts';
import { chooseBaseline, type Limits } from './baselines/choose.ts';

export interface BaselinesInput {
  readonly names: readonly Baseline[];
  readonly training: Training;
  /** What their settings are chosen on. */
  readonly validation: Questions;
  readonly test: Questions;
  /** For each, the choice of its settings included. */
  readonly seconds: number;
}

export interface ByBaseline {
  readonly ranked: Ranked;
  /** For people; empty where it has none. */
  readonly settings: string;
}

/** First places that are kept of each ranking. */
export const FIRST = 10;

export async function baselinesWork(input: BaselinesInput): Promise<Work<ByBaseline | Skipped>> {
  return { do: rankByBaselines(input, () => {}), end: () => {} };
}

/** Gives a function that puts the test's questions to one of the baselines; `checkCancelled` is called often. */
export function rankByBaselines(
  { names, training, validation, test, seconds }: BaselinesInput,
  checkCancelled: Limits['checkCancelled'],
) {
  return (index: number): ByBaseline | Skipped => {
    const chosen = chooseBaseline(names[index]!, training, validation, { seconds, checkCancelled });
    if ('reason' in chosen) return chosen;
    const ranked = rankAll(test, chosen.score, { first: FIRST, onBatch: checkCancelled });
    return { ranked, settings: chosen.settings };
  };
}
