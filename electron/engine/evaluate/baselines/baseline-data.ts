import { FIRST_TOKEN } from '../../sequence/fields.ts';

/** What baselines learn from and are asked about: the items of all histories, each up to where its training ends. */
export interface Training {
  readonly offsets: Int32Array;
  /** Where each history's training part ends (exclusive). */
  readonly trainEnd: Int32Array;
  /** Item token of every event; those below FIRST_TOKEN are no items. */
  readonly items: Int32Array;
  /** How many tokens there are. */
  readonly tokens: number;
  readonly time: Float64Array;
  /** Whether times are moments, not just places in an order. */
  readonly dates: boolean;
}

/** Called now and then by whatever takes long; throws where the work is to end. */
export type Tick = () => void;

/** Rows of columns with a weight each, as a sparse matrix (compressed by rows). */
export interface Sparse {
  readonly offsets: Int32Array;
  readonly column: Int32Array;
  readonly weight: Float32Array;
}

/** How often training saw each token. */
export function popularityOf({ offsets, trainEnd, items, tokens }: Training): Float32Array {
  const counts = new Float32Array(tokens);
  for (let h = 0; h < trainEnd.length; h++) {
    for (let e = offsets[h]!; e < trainEnd[h]!; e++) if (items[e]! >= FIRST_TOKEN) counts[items[e]!]!++;
  }
  return counts;
}

/** Histories × items: how often each history's training part holds each of its items, the last new one last. */
export function itemsByHistory({ offsets, trainEnd, items, tokens }: Training): Sparse {
  const starts = new Int32Array(trainEnd.length + 1);
  const column = new Int32Array(items.length);
  const weight = new Float32Array(items.length);
  const place = new Int32Array(tokens).fill(-1);
  let filled = 0;
  for (let h = 0; h < trainEnd.length; h++) {
    for (let e = offsets[h]!; e < trainEnd[h]!; e++) {
      const token = items[e]!;
      if (token < FIRST_TOKEN) continue;
      if (place[token]! < starts[h]!) {
        place[token] = filled;
        column[filled++] = token;
      }
      weight[place[token]!]!++;
    }
    starts[h + 1] = filled;
  }
  return { offsets: starts, column: column.slice(0, filled), weight: weight.slice(0, filled) };
}

/** Rows become columns; each new row's columns ascend. */
export function transposed({ offsets, column, weight }: Sparse, columns: number): Sparse {
  const starts = new Int32Array(columns + 1);
  for (const c of column) starts[c + 1]!++;
  for (let c = 0; c < columns; c++) starts[c + 1]! += starts[c]!;
  const next = starts.slice(0, columns);
  const rows = new Int32Array(column.length);
  const weights = new Float32Array(column.length);
  for (let row = 0; row + 1 < offsets.length; row++) {
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
      const at = next[column[i]!]!++;
      rows[at] = row;
      weights[at] = weight[i]!;
    }
  }
  return { offsets: starts, column: rows, weight: weights };
}
