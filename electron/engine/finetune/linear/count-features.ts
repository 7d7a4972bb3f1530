import type { Behaviours } from '../../sequence/encode.ts';
import { FIRST_TOKEN, type FieldName } from '../../sequence/fields.ts';
import { type Examples, FACTS } from '../examples.ts';
import type { SparseRows } from './linear-model.ts';

/** Fields that may be counted, the finest first. */
export const COUNTED_FIELDS: readonly FieldName[] = ['item', 'category', 'brand', 'action', 'hour', 'weekday'];

/** Counted values of a field with their inverse document frequencies: column k is the vocabulary's k-th value. */
export interface Terms {
  readonly field: FieldName;
  readonly idf: Float32Array;
}

/** Fits the terms of some fields to the given rows: idf = 1 + ln((1 + n) / (1 + df)). */
export function fitTerms(
  behaviours: Behaviours,
  examples: Examples,
  rows: Int32Array,
  fields: readonly FieldName[],
): Terms[] {
  return fields.map((field) => {
    const column = behaviours.tokens[field];
    const size = column.reduce((max, token) => Math.max(max, token - FIRST_TOKEN + 1), 0);
    const documentFrequency = new Float64Array(size);
    for (const row of rows)
      for (const value of countsOf(behaviours, examples, row, field).keys()) documentFrequency[value]!++;
    return {
      field,
      idf: Float32Array.from(documentFrequency, (count) => 1 + Math.log((1 + rows.length) / (1 + count))),
    };
  });
}

/**
 * Returns TF-IDF features of all examples: (1 + ln count) × idf, each field normalised to length 1 (Salton and Buckley,
 * 1988), followed by the facts, divided by their number to match that size. Values without a term are skipped.
 */
export function countFeatures(
  behaviours: Behaviours,
  examples: Examples,
  terms: readonly Terms[],
  facts: Float32Array,
): SparseRows {
  const columns: number[] = [];
  const values: number[] = [];
  const starts = new Int32Array(examples.history.length + 1);
  let width = 0;
  const columnOffsets = terms.map(({ idf }) => {
    width += idf.length;
    return width - idf.length;
  });
  examples.history.forEach((_, i) => {
    terms.forEach(({ field, idf }, b) => {
      const weights = [...countsOf(behaviours, examples, i, field)]
        .filter(([column]) => column < idf.length)
        .map(([column, count]) => [column, (1 + Math.log(count)) * idf[column]!] as const);
      const norm = Math.sqrt(weights.reduce((sum, [, value]) => sum + value ** 2, 0));
      for (const [column, value] of weights) {
        columns.push(columnOffsets[b]! + column);
        values.push(value / norm);
      }
    });
    for (let f = 0; f < FACTS; f++) {
      columns.push(width + f);
      values.push(facts[i * FACTS + f]! / FACTS);
    }
    starts[i + 1] = columns.length;
  });
  return { width: width + FACTS, starts, columns: Int32Array.from(columns), values: Float64Array.from(values) };
}

/** Counts each value of a field in one example. */
function countsOf({ tokens, offsets }: Behaviours, { history, to }: Examples, i: number, field: FieldName) {
  const column = tokens[field];
  const counts = new Map<number, number>();
  for (let e = offsets[history[i]!]!; e < to[i]!; e++) {
    const value = column[e]! - FIRST_TOKEN;
    if (value >= 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
