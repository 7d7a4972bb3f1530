import type { Examples } from '../../finetune/examples.ts';
import type { DenseFeatures } from './moment.ts';

/** Returns at most `limit` of the rows, evenly spaced. */
export function evenlySpaced(rows: Int32Array, limit: number): Int32Array {
  const count = Math.min(limit, rows.length);
  return Int32Array.from({ length: count }, (_, i) => rows[Math.floor((i * rows.length) / count)]!);
}

/** Returns the features of some rows. */
export function selectFeatures({ vectors, width }: DenseFeatures, rows: Int32Array): DenseFeatures {
  const selected = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    selected.set(vectors.subarray(row * width, (row + 1) * width), i * width);
  });
  return { vectors: selected, width };
}

/** Returns the examples of some rows. */
export const selectExamples = ({ history, to, at }: Examples, rows: Int32Array): Examples => ({
  history: rows.map((row) => history[row]!),
  to: rows.map((row) => to[row]!),
  at: Float64Array.from(rows, (row) => at[row]!),
});
