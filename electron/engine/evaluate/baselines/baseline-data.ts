import { FIRST_TOKEN } from '../../sequence/fields.ts';

/** Data of the baselines: the items of all histories, and the end of each history's training part. */
export interface BaselineData {
  readonly offsets: Int32Array;
  /** End of each history's training part (exclusive). */
  readonly trainEnd: Int32Array;
  /** Item token of every event; values below FIRST_TOKEN are not items. */
  readonly items: Int32Array;
  /** Number of tokens. */
  readonly tokens: number;
  readonly time: Float64Array;
  /** Whether times are timestamps rather than positions in an order. */
  readonly dates: boolean;
}

/** Called regularly by long computations; throws to stop them. */
export type Tick = () => void;

/** Weighted sparse matrix in compressed row format. */
export interface Sparse {
  readonly offsets: Int32Array;
  readonly column: Int32Array;
  readonly weight: Float32Array;
}

/** Returns the number of training events of each token. */
export function popularityOf({ offsets, trainEnd, items, tokens }: BaselineData): Float32Array {
  const counts = new Float32Array(tokens);
  for (let h = 0; h < trainEnd.length; h++) {
    for (let e = offsets[h]!; e < trainEnd[h]!; e++) if (items[e]! >= FIRST_TOKEN) counts[items[e]!]!++;
  }
  return counts;
}

/**
 * Returns the matrix histories × items: the counts of each item in each history's training part, items in order of
 * first occurrence.
 */
export function itemsByHistory({ offsets, trainEnd, items, tokens }: BaselineData): Sparse {
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

/** Transposes a matrix; the columns of each new row ascend. */
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
