import type { Behaviours } from '../../../sequence/encode.ts';
import { FIRST_TOKEN, type FieldName } from '../../../sequence/fields.ts';
import { type Examples, FACTS } from '../examples.ts';
import type { SparseRows } from './linear-model.ts';

/** Fields that are counted. */
export const COUNTED: readonly FieldName[] = ['item', 'category', 'brand', 'action', 'hour', 'weekday'];

/**
 * How often each value of each field occurs in each example: (1 + ln count) × idf, idf = 1 + ln((1 + n) / (1 + examples with
 * it)), each field scaled to length 1 (Salton and Buckley, 1988); then the facts, scaled down to the size of the rest. `rows`
 * are those whose frequencies may be known.
 */
export function countFeatures(
  behaviours: Behaviours,
  examples: Examples,
  rows: Int32Array,
  fields: readonly FieldName[],
  facts: Float32Array,
): SparseRows {
  const blocks = fields.map((field) => countsOf(behaviours, examples, field));
  const columns: number[] = [];
  const values: number[] = [];
  const starts = new Int32Array(examples.history.length + 1);
  const idfs = blocks.map((block) => idfOf(block.counts, rows, block.size));
  let width = 0;
  const firsts = blocks.map(({ size }) => {
    width += size;
    return width - size;
  });
  examples.history.forEach((_, i) => {
    blocks.forEach(({ counts }, b) => {
      const own = [...counts[i]!].map(
        ([column, count]) => [column, (1 + Math.log(count)) * idfs[b]![column]!] as const,
      );
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

function countsOf(behaviours: Behaviours, { history, to }: Examples, field: FieldName) {
  const column = behaviours.tokens[field];
  let size = 0;
  const counts = Array.from(history, (h, i) => {
    const own = new Map<number, number>();
    for (let e = behaviours.offsets[h]!; e < to[i]!; e++) {
      const value = column[e]! - FIRST_TOKEN;
      if (value < 0) continue;
      own.set(value, (own.get(value) ?? 0) + 1);
      size = Math.max(size, value + 1);
    }
    return own;
  });
  return { counts, size };
}

function idfOf(counts: readonly Map<number, number>[], rows: Int32Array, size: number): Float64Array {
  const having = new Float64Array(size);
  for (const row of rows) for (const value of counts[row]!.keys()) having[value]!++;
  return having.map((count) => 1 + Math.log((1 + rows.length) / (1 + count)));
}
