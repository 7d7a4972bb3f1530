import { FIRST_TOKEN } from '../../sequence/fields.ts';
import { firstTokens } from './first-tokens.ts';

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

interface Wishes {
  /** Whether the loss is computed. */
  readonly loss?: boolean;
  /** How many of the first tokens of each ranking are kept. */
  readonly first?: number;
  readonly onBatch?: (done: number) => void;
}

/** What a ranker made of held-out targets. */
export interface Ranked {
  /** 1 the best; Infinity where the vocabulary lacks the target. */
  readonly ranks: Float64Array;
  /** Mean of -log p(target) under the softmax over all items, in nats, of the targets that the vocabulary has; NaN if not asked for. */
  readonly loss: number;
  /** The first tokens of each ranking, (questions × `first`), 0 where there are fewer. */
  readonly first: Int32Array;
}

/** Scores that are held at once: 64 questions, or fewer where there are very many items. */
const BATCH = 64;
const MOST_SCORES = 1 << 23;

/**
 * Rank of each held-out target among all items, 1 the best; ties count half, so that a ranker that scores all alike gets the
 * middle rank. Targets that the vocabulary lacks get rank Infinity.
 */
export function rankAll({ column, tokens, held, ranked }: Questions, score: Scorer, wishes: Wishes = {}): Ranked {
  const { first: kept = 0, onBatch } = wishes;
  const ranks = new Float64Array(held.length);
  const first = new Int32Array(held.length * kept);
  const excluded = new Uint8Array(tokens);
  const batch = Math.max(1, Math.min(BATCH, Math.floor(MOST_SCORES / tokens)));
  let loss = 0;
  let known = 0;
  for (let start = 0; start < held.length; start += batch) {
    const part = held.slice(start, start + batch);
    const scores = score(part);
    part.forEach(({ from, event }, row) => {
      const history = ranked === 'all' ? [] : column.subarray(from, event);
      for (const token of history) excluded[token] = 1;
      const target = column[event]!;
      const own = scores.subarray(row * tokens, (row + 1) * tokens);
      ranks[start + row] = rankOf(own, target, excluded);
      if (kept > 0) first.set(firstTokens(own, excluded, kept), (start + row) * kept);
      for (const token of history) excluded[token] = 0;
      if (!wishes.loss || target < FIRST_TOKEN) return;
      loss += lossOf(own, target);
      known++;
    });
    onBatch?.(start + part.length);
  }
  return { ranks, loss: known > 0 ? loss / known : Number.NaN, first };
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
