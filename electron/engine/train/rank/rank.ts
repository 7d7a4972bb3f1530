import { sharedDoubles, sharedFloats, sharedInts } from '../../threads/shared-memory.ts';
import { type RankBuffers, rankBatches, type Scorer, type TestSet } from './rank-batches.ts';

interface RankOptions {
  /** Whether the loss is computed. */
  readonly loss?: boolean;
  /** Number of top tokens kept of each ranking. */
  readonly topCount?: number;
  /** Indices of the test cases in batches; in order by default. */
  readonly batches?: readonly Int32Array[];
  readonly onBatch?: (done: number) => void;
}

/** Ranks of the held-out targets by one ranker. */
export interface RankingResult {
  /** 1 is best; Infinity if the target is not in the vocabulary. */
  readonly ranks: Float64Array;
  /**
   * Mean of -log p(target) under the softmax over all items, in nats, over the targets in the vocabulary; NaN if not
   * requested.
   */
  readonly loss: number;
  /** Top tokens of each ranking, (cases × `topCount`), 0 if there are fewer. */
  readonly topTokens: Int32Array;
  /** Scores of the top tokens, (cases × `topCount`); undefined for token 0 (padding). */
  readonly topScores: Float32Array;
}

/** Number of test cases scored at once: 64, or fewer if there are very many items. */
const BATCH = 64;
const MAX_SCORES = 1 << 23;

/**
 * Ranks each held-out target among all items, 1 is best; ties count half, so that a ranker with equal scores gets the
 * middle rank. Targets that are not in the vocabulary get rank Infinity.
 */
export function rankAll(testSet: TestSet, score: Scorer, options: RankOptions = {}): RankingResult {
  const buffers = createRankBuffers(testSet, options);
  const batches = splitBatches(testSet, options.batches ?? [Int32Array.from(testSet.cases.keys())]);
  const rank = rankBatches(testSet, score, batches, buffers);
  let done = 0;
  batches.forEach((batch, index) => {
    rank(index);
    done += batch.length;
    options.onBatch?.(done);
  });
  return rankingResult(buffers);
}

/** Splits batches so that their scores fit into memory. */
export function splitBatches({ tokens }: TestSet, batches: readonly Int32Array[]): Int32Array[] {
  const most = Math.max(1, Math.min(BATCH, Math.floor(MAX_SCORES / tokens)));
  return batches.flatMap((batch) =>
    Array.from({ length: Math.ceil(batch.length / most) }, (_, i) => batch.subarray(i * most, (i + 1) * most)),
  );
}

/** Allocates buffers for the results of all test cases, in shared memory. */
export function createRankBuffers({ cases }: TestSet, { loss, topCount = 0 }: RankOptions): RankBuffers {
  return {
    ranks: sharedDoubles(cases.length),
    losses: loss ? sharedDoubles(cases.length) : null,
    topCount: topCount,
    topTokens: sharedInts(cases.length * topCount),
    topScores: sharedFloats(cases.length * topCount),
  };
}

export function rankingResult({ ranks, losses, topTokens, topScores }: RankBuffers): RankingResult {
  const knownLosses = losses?.filter((loss) => !Number.isNaN(loss)) ?? [];
  let sum = 0;
  for (const loss of knownLosses) sum += loss;
  return { ranks, loss: sum / knownLosses.length, topTokens, topScores };
}
