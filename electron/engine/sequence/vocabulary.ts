import { z } from 'zod';
import { FIELDS, FIRST_TOKEN, type FieldName, UNK } from './fields.ts';
import { WordList } from './text/words.ts';

const Field = z.object({
  /** Value of each token from FIRST_TOKEN on: the database id (action, item, category, brand) or the bucket number. */
  values: z.array(z.number().int()),
  /** Number of behaviours with each value in the training data. */
  counts: z.array(z.number().int()),
});

/** Vocabularies of a run, stored as `vocabulary.json` beside its weights. */
export const Vocabulary = z.object({
  fields: z.record(z.enum(FIELDS), Field),
  /** Words of the events' texts; null if the run reads no texts. */
  words: WordList.nullable().default(null),
  /** Upper bounds of the price buckets (quantiles of the price), ascending. */
  priceBounds: z.array(z.number()),
  /** Whether times include the time of day; without it, hours have no meaning. */
  clock: z.boolean(),
  dates: z.boolean(),
  /** Time zone of hours and weekdays, which the run keeps; runs of older versions learnt those of UTC. */
  timeZone: z.string().default('UTC'),
});
export type Vocabulary = z.infer<typeof Vocabulary>;

/** Vocabulary size of a field, special tokens included. */
export function fieldSize(vocabulary: Vocabulary, field: FieldName): number {
  return FIRST_TOKEN + vocabulary.fields[field].values.length;
}

/** Counts the values of a column; values with fewer than `minCount` occurrences become the unknown token. */
export function countValues(column: Int32Array, minCount: number): z.infer<typeof Field> {
  const counts = new Map<number, number>();
  for (const value of column) if (value > 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  const frequentValues = [...counts]
    .filter(([, count]) => count >= minCount)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return { values: frequentValues.map(([value]) => value), counts: frequentValues.map(([, count]) => count) };
}

/** Returns a lookup table from value to token, for values from 0 to the largest. */
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
