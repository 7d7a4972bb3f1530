import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { Scorer, TestCase } from '../../train/rank/rank-batches.ts';
import { type BaselineData, popularityOf, type Sparse, type Tick } from './baseline-data.ts';

/** Maximum number of links in all, which bounds memory (8 bytes each), and per item. */
const MAX_LINKS = 1 << 24;
const MAX_LINKS_PER_ITEM = 300;
/** Number of last items of a history that contribute to a score. */
const MAX_LAST_ITEMS = 100;
/** Weight below which earlier items of the history are ignored. */
const MIN_WEIGHT = 1e-4;
/** Number of items processed between two ticks. */
const STRIDE = 64;

/**
 * Enumerates the links of an item by calling `add`, any number of times for each linked item; the weights are summed.
 */
type LinksOf = (token: number, add: (other: number, weight: number) => void) => void;

/** Returns the strongest links of each item, as rows of a sparse matrix. */
export function strongestLinks(tokens: number, linksOf: LinksOf, tick: Tick): Sparse {
  const maxLinks = Math.max(8, Math.min(MAX_LINKS_PER_ITEM, Math.floor(MAX_LINKS / tokens)));
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
    const strongest = touched.sort((a, b) => sums[b]! - sums[a]! || a - b).slice(0, maxLinks);
    columns.push(Int32Array.from(strongest));
    weights.push(Float32Array.from(strongest, (other) => sums[other]!));
    offsets[token + 1] = offsets[token]! + strongest.length;
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
 * Returns a scorer by links to the last items before the test event, each weighted `decay` times the one after it.
 * Items without a link are ordered by popularity.
 */
export function linkScorer(training: BaselineData, links: Sparse, decay: number): Scorer {
  const popularity = popularityOf(training);
  const total = popularity.reduce((sum, count) => sum + count, 1);
  return (cases) => {
    const scores = new Float32Array(cases.length * training.tokens);
    cases.forEach((testCase, row) => {
      const rowScores = scores.subarray(row * training.tokens, (row + 1) * training.tokens);
      popularity.forEach((count, token) => {
        rowScores[token] = (1e-6 * count) / total;
      });
      let factor = 1;
      for (const token of lastItems(training, testCase)) {
        for (let i = links.offsets[token]!; i < links.offsets[token + 1]!; i++) {
          rowScores[links.column[i]!]! += factor * links.weight[i]!;
        }
        factor *= decay;
        if (factor < MIN_WEIGHT) break;
      }
    });
    return scores;
  };
}

/** Distinct items before a test event, the last first. */
function lastItems({ items }: BaselineData, { from, event }: TestCase): Set<number> {
  const last = new Set<number>();
  for (let e = event - 1; e >= from && last.size < MAX_LAST_ITEMS; e--)
    if (items[e]! >= FIRST_TOKEN) last.add(items[e]!);
  return last;
}
