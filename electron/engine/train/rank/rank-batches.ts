import { FIRST_TOKEN } from '../../sequence/fields.ts';
import { firstTokens } from './top-k.ts';

/** One question of an evaluation: what came at event `event` of a history that starts at `from`? */
export interface Held {
  readonly from: number;
  readonly event: number;
}

/** Scores of all tokens for each question: (questions × tokens), row-major. */
export type Scorer = (questions: readonly Held[]) => Float32Array;

export interface Questions {
  /** The target field's token of every event. */
  readonly column: Int32Array;
  /** How many tokens the field has. */
  readonly tokens: number;
  readonly held: readonly Held[];
  /** Whether tokens that a history holds before the question are left out of the ranking; `new` if not said. */
  readonly ranked?: 'new' | 'all';
}

/** What is found of each question. */
export interface Found {
  readonly ranks: Float64Array;
  /** -log p(target) under the softmax over all items, in nats, NaN where the vocabulary lacks it; null where not asked for. */
  readonly losses: Float64Array | null;
  /** How many of the first tokens of each ranking are kept. */
  readonly kept: number;
  /** (questions × kept). */
  readonly first: Int32Array;
}

/** Gives a function that ranks the questions of one batch, which are given by their places, and writes down what it finds. */
export function rankBatches(
  { column, tokens, held, ranked }: Questions,
  score: Scorer,
  batches: readonly Int32Array[],
  { ranks, losses, kept, first }: Found,
): (batch: number) => void {
  const excluded = new Uint8Array(tokens);
  return (index) => {
    const batch = batches[index]!;
    const scores = score(Array.from(batch, (place) => held[place]!));
    batch.forEach((place, row) => {
      const { from, event } = held[place]!;
      const history = ranked === 'all' ? [] : column.subarray(from, event);
      for (const token of history) excluded[token] = 1;
      const target = column[event]!;
      const own = scores.subarray(row * tokens, (row + 1) * tokens);
      ranks[place] = rankOf(own, target, excluded);
      if (kept > 0) first.set(firstTokens(own, excluded, kept), place * kept);
      for (const token of history) excluded[token] = 0;
      if (losses) losses[place] = target < FIRST_TOKEN ? Number.NaN : lossOf(own, target);
    });
  };
}

function rankOf(scores: Float32Array, target: number, excluded: Uint8Array): number {
  if (target < FIRST_TOKEN) return Number.POSITIVE_INFINITY;
  const own = scores[target]!;
  let better = 0;
  let equal = 0;
  for (let token = FIRST_TOKEN; token < scores.length; token++) {
    if (token === target || scores[token]! < own || excluded[token]) continue;
    if (scores[token]! > own) better++;
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
