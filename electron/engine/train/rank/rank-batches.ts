import { FIRST_TOKEN } from '../../sequence/fields.ts';
import { topK } from './top-k.ts';

/** A test case: the event to be predicted, and the start of its history. */
export interface TestCase {
  readonly from: number;
  readonly event: number;
}

/** Scores of all tokens for each test case: (cases × tokens), row-major. */
export type Scorer = (cases: readonly TestCase[]) => Float32Array;

export interface TestSet {
  /** The target field's token of every event. */
  readonly column: Int32Array;
  /** Number of tokens of the field. */
  readonly tokens: number;
  readonly cases: readonly TestCase[];
  /** `new` (the default) excludes tokens of the history from the ranking; `all` ranks them too. */
  readonly ranked?: 'new' | 'all';
}

/** Results of each test case. */
export interface RankBuffers {
  readonly ranks: Float64Array;
  /**
   * -log p(target) under the softmax over all items, in nats, NaN if the target is not in the vocabulary; null if
   * losses are not requested.
   */
  readonly losses: Float64Array | null;
  /** Number of top tokens kept of each ranking. */
  readonly topCount: number;
  /** (cases × topCount). */
  readonly topTokens: Int32Array;
  /** Scores of the top tokens, (cases × topCount). */
  readonly topScores: Float32Array;
}

/**
 * Returns a function that ranks the test cases of one batch (given by their indices) and writes the results to the
 * buffers.
 */
export function rankBatches(
  { column, tokens, cases, ranked }: TestSet,
  score: Scorer,
  batches: readonly Int32Array[],
  { ranks, losses, topCount, topTokens, topScores }: RankBuffers,
): (batch: number) => void {
  const excluded = new Uint8Array(tokens);
  return (index) => {
    const batch = batches[index]!;
    const scores = score(Array.from(batch, (place) => cases[place]!));
    batch.forEach((place, row) => {
      const { from, event } = cases[place]!;
      const history = ranked === 'all' ? [] : column.subarray(from, event);
      for (const token of history) excluded[token] = 1;
      const target = column[event]!;
      const caseScores = scores.subarray(row * tokens, (row + 1) * tokens);
      ranks[place] = rankOf(caseScores, target, excluded);
      if (topCount > 0) {
        const top = topK(caseScores, excluded, topCount);
        topTokens.set(top, place * topCount);
        topScores.set(
          Float32Array.from(top, (token) => caseScores[token]!),
          place * topCount,
        );
      }
      for (const token of history) excluded[token] = 0;
      if (losses) losses[place] = target < FIRST_TOKEN ? Number.NaN : lossOf(caseScores, target);
    });
  };
}

function rankOf(scores: Float32Array, target: number, excluded: Uint8Array): number {
  if (target < FIRST_TOKEN) return Number.POSITIVE_INFINITY;
  const targetScore = scores[target]!;
  let better = 0;
  let equal = 0;
  for (let token = FIRST_TOKEN; token < scores.length; token++) {
    if (token === target || scores[token]! < targetScore || excluded[token]) continue;
    if (scores[token]! > targetScore) better++;
    else equal++;
  }
  return 1 + better + equal / 2;
}

function lossOf(scores: Float32Array, target: number): number {
  let max = Number.NEGATIVE_INFINITY;
  for (let token = FIRST_TOKEN; token < scores.length; token++) max = Math.max(max, scores[token]!);
  let sum = 0;
  for (let token = FIRST_TOKEN; token < scores.length; token++) sum += Math.exp(scores[token]! - max);
  return max + Math.log(sum) - scores[target]!;
}
