import { z } from 'zod';
import { FIELDS, FIRST_TOKEN, type FieldName, UNK } from './fields.ts';
import { WordList } from './text/words.ts';

const Field = z.object({
  /** The store's id (action, item, category, brand) or the bucket's number of each token from FIRST_TOKEN on. */
  values: z.array(z.number().int()),
  /** How many behaviours of the training data carry each value. */
  counts: z.array(z.number().int()),
});

/** What the tokens of a run mean; kept as `vocabulary.json` beside its weights. */
export const Vocabulary = z.object({
  fields: z.record(z.enum(FIELDS), Field),
  /** The words of the events' texts; null where the run reads none. */
  words: WordList.nullable().default(null),
  /** Upper bounds of the price buckets (quantiles of the logarithm), ascending. */
  priceBounds: z.array(z.number()),
  /** Whether the times have a clock; hours mean nothing otherwise. */
  clock: z.boolean(),
  dates: z.boolean(),
});
export type Vocabulary = z.infer<typeof Vocabulary>;

/** Number of tokens of a field, the special ones included. */
export function fieldSize(vocabulary: Vocabulary, field: FieldName): number {
  return FIRST_TOKEN + vocabulary.fields[field].values.length;
}

/** Counts the values of a column; those seen fewer than `minCount` times become the unknown token. */
export function countValues(column: Int32Array, minCount: number): z.infer<typeof Field> {
  const counts = new Map<number, number>();
  for (const value of column) if (value > 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= minCount).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return { values: kept.map(([value]) => value), counts: kept.map(([, count]) => count) };
}

/** A table from value to token, for values from 0 to the largest. */
export function tokenTable({ values }: { values: readonly number[] }): Int32Array {
  const table = new Int32Array(values.reduce((max, value) => Math.max(max, value), 0) + 1).fill(UNK);
  values.forEach((value, index) => {
    table[value] = FIRST_TOKEN + index;
  });
  return table;
}

export function tokensOf(column: Int32Array, table: Int32Array): Int32Array {
  return column.map((value) => table[value] ?? UNK);
}
