import { startWasm } from '../model/kernels/register.ts';
import { ownWeights, type SharedWeights } from '../model/shared-weights.ts';
import { disposeWeights } from '../model/weights.ts';
import type { Work } from '../parallel-tasks.ts';
import type { RunConfig } from '../runs/run-files.ts';
import type { Behaviours } from '../sequence/encode.ts';
import { modelScorer } from '../train/rank/model-scorer.ts';
import { type Found, type Questions, rankBatches } from '../train/rank/rank-batches.ts';

export interface RanksInput {
  readonly config: RunConfig;
  readonly weights: SharedWeights;
  readonly behaviours: Behaviours;
  readonly questions: Questions;
  readonly batches: readonly Int32Array[];
  readonly found: Found;
}

export async function ranksWork({
  config,
  behaviours,
  questions,
  batches,
  found,
  ...input
}: RanksInput): Promise<Work> {
  await startWasm();
  const weights = ownWeights(input.weights);
  const scorer = modelScorer(behaviours, config, weights);
  return { do: rankBatches(questions, scorer, batches, found), end: () => disposeWeights(weights) };
}
