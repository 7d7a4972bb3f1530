import { startWasm } from '../../model/kernels/register.ts';
import { copyWeights, type SharedWeights } from '../../model/shared-weights.ts';
import { disposeWeights } from '../../model/weights.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import type { ParallelTask } from '../../threads/task.ts';
import { modelScorer } from './model-scorer.ts';
import { type RankBuffers, rankBatches, type TestSet } from './rank-batches.ts';

interface RanksInput {
  readonly config: RunConfig;
  readonly weights: SharedWeights;
  readonly behaviours: Behaviours;
  readonly testSet: TestSet;
  readonly batches: readonly Int32Array[];
  readonly buffers: RankBuffers;
}

export const ranksTask: ParallelTask<RanksInput, void> = {
  name: 'train.ranks',
  async start({ config, behaviours, testSet, batches, buffers, ...input }) {
    await startWasm();
    const weights = copyWeights(input.weights);
    const scorer = modelScorer(behaviours, config, weights);
    return { do: rankBatches(testSet, scorer, batches, buffers), dispose: () => disposeWeights(weights) };
  },
};
