import type { Baseline, SkippedBaseline } from '../../../shared/contract/train.ts';
import type { ParallelTask } from '../threads/task.ts';
import { type RankingResult, rankAll } from '../train/rank/rank.ts';
import type { TestSet } from '../train/rank/rank-batches.ts';
import type { BaselineData } from './baselines/baseline-data.ts';
import { chooseBaseline, type Limits } from './baselines/choose.ts';

export interface BaselinesInput {
  readonly names: readonly Baseline[];
  readonly training: BaselineData;
  /** Test cases on which the baselines' settings are chosen. */
  readonly validation: TestSet;
  readonly test: TestSet;
  /** Number of top items of each ranking. */
  readonly topCount: number;
  /** Time limit per baseline, including the choice of its settings. */
  readonly seconds: number;
}

export interface BaselineRanking {
  readonly ranked: RankingResult;
  /** Ranking of the validation targets. */
  readonly validation: RankingResult;
  /** Human-readable; empty if it has none. */
  readonly settings: string;
}

export const baselinesTask: ParallelTask<BaselinesInput, BaselineRanking | SkippedBaseline> = {
  name: 'evaluate.baselines',
  async start(input) {
    return { do: rankByBaselines(input, () => {}), dispose: () => {} };
  },
};

/** Returns a function that ranks the test set by one of the baselines; `checkCancelled` is called often. */
export function rankByBaselines(
  { names, training, validation, test, topCount, seconds }: BaselinesInput,
  checkCancelled: Limits['checkCancelled'],
) {
  return (index: number): BaselineRanking | SkippedBaseline => {
    const choice = chooseBaseline(names[index]!, training, validation, { seconds, checkCancelled });
    if ('reason' in choice) return choice;
    const options = { topCount, onBatch: checkCancelled };
    return {
      ranked: rankAll(test, choice.score, options),
      validation: rankAll(validation, choice.score, options),
      settings: choice.settings,
    };
  };
}
