import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { Held, Scorer } from '../../train/rank/rank-batches.ts';
import { popularityOf, type Sparse, type Tick, type Training } from './baseline-data.ts';

/** Links kept in all, for memory's sake (8 bytes each), and of one item at most. */
const MOST_LINKS = 1 << 24;
const MOST_OF_ONE = 300;
/** Last items of a history that a score is made of. */
const LAST = 100;
/** Weight below which an item of the past says nothing any more. */
const NO_MORE = 1e-4;
/** Items that are worked on between two ticks. */
const STRIDE = 64;

/** Adds what links an item to others, by calling `add` for each of them any number of times. */
type LinksOf = (token: number, add: (other: number, weight: number) => void) => void;

/** The strongest links of each item, as rows of a sparse matrix. */
export function strongestLinks(tokens: number, linksOf: LinksOf, tick: Tick): Sparse {
  const most = Math.max(8, Math.min(MOST_OF_ONE, Math.floor(MOST_LINKS / tokens)));
  const offsets = new Int32Array(tokens + 1);
  const columns: Int32Array[] = [];
  const weights: Float32Array[] = [];
  const sums = new Float64Array(tokens);
  for (let token = 0; token < tokens; token++) {
    if (token % STRIDE === 0) tick();
    const touched: number[] = [];
    linksOf(token, (other, weight) => {
      if (other === token) return;
      if (sums[other] === 0) touched.push(other);
      sums[other]! += weight;
    });
    const kept = touched.sort((a, b) => sums[b]! - sums[a]! || a - b).slice(0, most);
    columns.push(Int32Array.from(kept));
    weights.push(Float32Array.from(kept, (other) => sums[other]!));
    offsets[token + 1] = offsets[token]! + kept.length;
    for (const other of touched) sums[other] = 0;
  }
  const column = new Int32Array(offsets[tokens]!);
  const weight = new Float32Array(offsets[tokens]!);
  for (let token = 0; token < tokens; token++) {
    column.set(columns[token]!, offsets[token]!);
    weight.set(weights[token]!, offsets[token]!);
  }
  return { offsets, column, weight };
}

/**
 * Scores items by their links to the last items before the question, each counting `decay` times the one after it. Items
 * without a link stand in the order of popularity.
 */
export function linkScorer(training: Training, links: Sparse, decay: number): Scorer {
  const popularity = popularityOf(training);
  const all = popularity.reduce((sum, count) => sum + count, 1);
  return (questions) => {
    const scores = new Float32Array(questions.length * training.tokens);
    questions.forEach((question, row) => {
      const own = scores.subarray(row * training.tokens, (row + 1) * training.tokens);
      popularity.forEach((count, token) => {
        own[token] = (1e-6 * count) / all;
      });
      let factor = 1;
      for (const token of lastItems(training, question)) {
        for (let i = links.offsets[token]!; i < links.offsets[token + 1]!; i++) {
          own[links.column[i]!]! += factor * links.weight[i]!;
        }
        factor *= decay;
        if (factor < NO_MORE) break;
      }
    });
    return scores;
  };
}

/** Different items before a question, the last first. */
function lastItems({ items }: Training, { from, event }: Held): Set<number> {
  const last = new Set<number>();
  for (let e = event - 1; e >= from && last.size < LAST; e--) if (items[e]! >= FIRST_TOKEN) last.add(items[e]!);
  return last;
}
