import type { Behaviours } from '../../sequence/encode.ts';
import { FIRST_TOKEN, type FieldName } from '../../sequence/fields.ts';
import { type Examples, FACTS } from '../examples.ts';
import type { SparseRows } from './linear-model.ts';

/** Fields that are counted. */
export const COUNTED: readonly FieldName[] = ['item', 'category', 'brand', 'action', 'hour', 'weekday'];

/** Values that are counted of a field, and how much each tells: column k is the vocabulary's k-th value. */
export interface Terms {
  readonly field: FieldName;
  readonly idf: Float32Array;
}

/** The terms of some fields; idf = 1 + ln((1 + n) / (1 + examples with it)), by those examples whose frequencies may be known. */
export function learnTerms(
  behaviours: Behaviours,
  examples: Examples,
  rows: Int32Array,
  fields: readonly FieldName[],
): Terms[] {
  return fields.map((field) => {
    const column = behaviours.tokens[field];
    const size = column.reduce((max, token) => Math.max(max, token - FIRST_TOKEN + 1), 0);
    const having = new Float64Array(size);
    for (const row of rows) for (const value of countsOf(behaviours, examples, row, field).keys()) having[value]!++;
    return { field, idf: Float32Array.from(having, (count) => 1 + Math.log((1 + rows.length) / (1 + count))) };
  });
}

/**
 * How often each term occurs in each example: (1 + ln count) × idf, each field scaled to length 1 (Salton and Buckley, 1988);
 * then the facts, scaled down to the size of the rest. What is no term is passed over.
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
  const firsts = terms.map(({ idf }) => {
    width += idf.length;
    return width - idf.length;
  });
  examples.history.forEach((_, i) => {
    terms.forEach(({ field, idf }, b) => {
      const own = [...countsOf(behaviours, examples, i, field)]
        .filter(([column]) => column < idf.length)
        .map(([column, count]) => [column, (1 + Math.log(count)) * idf[column]!] as const);
      const norm = Math.sqrt(own.reduce((sum, [, value]) => sum + value ** 2, 0));
      for (const [column, value] of own) {
        columns.push(firsts[b]! + column);
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

/** How often each value occurs in one example. */
function countsOf({ tokens, offsets }: Behaviours, { history, to }: Examples, i: number, field: FieldName) {
  const column = tokens[field];
  const own = new Map<number, number>();
  for (let e = offsets[history[i]!]!; e < to[i]!; e++) {
    const value = column[e]! - FIRST_TOKEN;
    if (value >= 0) own.set(value, (own.get(value) ?? 0) + 1);
  }
  return own;
}
