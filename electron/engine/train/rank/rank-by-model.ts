import { encoderCost } from '../../model/cost.ts';
import { shareWeights } from '../../model/shared-weights.ts';
import type { Weights } from '../../model/weights.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { batchByLength } from '../../sequence/batches.ts';
import { measureSequence } from '../../sequence/build-sequence.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { inSharedMemory } from '../../sequence/shared-behaviours.ts';
import type { Pool } from '../../threads/pool.ts';
import { toShared } from '../../threads/shared-memory.ts';
import { modelScorer } from './model-scorer.ts';
import { createRankBuffers, type RankingResult, rankingResult, splitBatches } from './rank.ts';
import { rankBatches, type TestCase, type TestSet } from './rank-batches.ts';
import { ranksTask } from './ranks-task.ts';

interface Model {
  readonly config: RunConfig;
  readonly weights: Weights;
}

/** Cost of ranking one token, besides scoring it, in multiply-adds. */
const RANKING_COST = 50;

/** `rankAll` with a run's model, on all threads of the pool. `tick` receives the number of test cases done. */
export async function rankByModel(
  { config, weights }: Model,
  behaviours: Behaviours,
  testSet: TestSet,
  topCount: number,
  pool: Pool,
  tick: (done: number) => void,
): Promise<RankingResult> {
  const lengths = lengthsOf(behaviours, testSet.cases, config);
  const batches = splitBatches(testSet, batchByLength(lengths));
  const buffers = createRankBuffers(testSet, { topCount });
  const { train, encoder, target } = config;
  const positions = lengths.reduce((sum, length) => sum + length, 0);
  await pool.share(
    ranksTask,
    () => ({
      config: { train, encoder, target },
      weights: shareWeights(weights),
      behaviours: inSharedMemory(behaviours),
      testSet: { ...testSet, column: toShared(testSet.column) },
      batches,
      buffers,
    }),
    {
      counts: Int32Array.from(batches, (batch) => batch.length),
      multiplyAdds:
        positions * encoderCost(encoder) + testSet.cases.length * testSet.tokens * (encoder.width + RANKING_COST),
      do: rankBatches(testSet, modelScorer(behaviours, config, weights), batches, buffers),
      tick,
    },
  );
  return rankingResult(buffers);
}

/** Returns the number of input positions of each test case. */
export function lengthsOf(behaviours: Behaviours, cases: readonly TestCase[], { encoder }: RunConfig): Int32Array {
  return Int32Array.from(
    cases,
    ({ from, event }) => measureSequence(behaviours, { from, to: event + 1 }, encoder.length).positions,
  );
}
