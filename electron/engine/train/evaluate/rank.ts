import type { Weights } from '../../model/weights.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import { nextExample } from '../objective/objective.ts';
import { questionOf, scoresOf } from '../objective/pass.ts';
import type { RunConfig } from '../run-files.ts';

/** One question of an evaluation: what came at event `event` of a history that starts at `from`? */
export interface Held {
  readonly from: number;
  readonly event: number;
}

/** Scores of all tokens for one question; `target` and `seen` are tokens of the target field. */
type Scorer = (questions: readonly Held[]) => Float32Array;

const BATCH = 64;

/** What a model made of held-out targets. */
export interface Ranked {
  /** 1 the best; Infinity where the vocabulary lacks the target. */
  readonly ranks: Float64Array;
  /** Mean of -log p(target) under the softmax over all items, in nats, of the targets that the vocabulary has. */
  readonly loss: number;
}

/**
 * Rank of each held-out target among all items that its history does not hold before it, 1 the best; ties count half,
 * so that a model that scores all alike gets the middle rank. Targets that the vocabulary lacks get rank Infinity.
 */
export function rankAll(
  behaviours: Behaviours,
  config: RunConfig,
  held: readonly Held[],
  score: Scorer,
  onBatch: (done: number) => void = () => {},
): Ranked {
  const column = behaviours.tokens[config.target];
  const tokens = config.encoder.sizes[config.target]!;
  const ranks = new Float64Array(held.length);
  let loss = 0;
  let known = 0;
  for (let start = 0; start < held.length; start += BATCH) {
    const part = held.slice(start, start + BATCH);
    const scores = score(part);
    part.forEach((question, row) => {
      const seen = new Set(column.subarray(question.from, question.event));
      const target = column[question.event]!;
      const own = scores.subarray(row * tokens, (row + 1) * tokens);
      ranks[start + row] = rankOf(own, target, seen);
      if (target < FIRST_TOKEN) return;
      loss += lossOf(own, target);
      known++;
    });
    onBatch(start + part.length);
  }
  return { ranks, loss: known > 0 ? loss / known : Number.NaN };
}

function rankOf(scores: Float32Array, target: number, seen: ReadonlySet<number>): number {
  if (target < FIRST_TOKEN) return Number.POSITIVE_INFINITY;
  const own = scores[target]!;
  let better = 0;
  let equal = 0;
  for (let token = FIRST_TOKEN; token < scores.length; token++) {
    if (token === target || scores[token]! < own || seen.has(token)) continue;
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

export function modelScorer(behaviours: Behaviours, config: RunConfig, weights: Weights): Scorer {
  return (questions) =>
    scoresOf(
      config,
      weights,
      questionOf(questions.map(({ from, event }) => nextExample(behaviours, from, event, config))),
    );
}

/** Scores every item by how often training saw it: what any model must beat. */
export function popularityScorer(counts: Float32Array): Scorer {
  return (questions) => {
    const scores = new Float32Array(questions.length * counts.length);
    for (let row = 0; row < questions.length; row++) scores.set(counts, row * counts.length);
    return scores;
  };
}
