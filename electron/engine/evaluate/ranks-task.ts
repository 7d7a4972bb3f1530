import { startWasm } from '../model/kernels/register.ts';
import { copyWeights, type SharedWeights } from '../model/shared-weights.ts';
import { disposeWeights } from '../model/weights.ts';
import type { Task } from '../parallel-tasks.ts';
import type { RunConfig } from '../runs/run-files.ts';
import type { Behaviours } from '../sequence/encode.ts';
import { modelScorer } from '../train/rank/model-scorer.ts';
import { type RankBuffers, rankBatches, type TestSet } from '../train/rank/rank-batches.ts';

export interface RanksInput {
  readonly config: RunConfig;
  readonly weights: SharedWeights;
  readonly behaviours: Behaviours;
  readonly testSet: TestSet;
  readonly batches: readonly Int32Array[];
  readonly buffers: RankBuffers;
}

export async function ranksTask({
  config,
  behaviours,
  testSet,
  batches,
  buffers,
  ...input
}: RanksInput): Promise<Task> {
  await startWasm();
  const weights = copyWeights(input.weights);
  const scorer = modelScorer(behaviours, config, weights);
  return { do: rankBatches(testSet, scorer, batches, buffers), dispose: () => disposeWeights(weights) };
}
