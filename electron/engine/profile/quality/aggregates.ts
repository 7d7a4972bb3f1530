import { type Examples, FACTS } from '../../finetune/examples.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { FIRST_TOKEN, type FieldName } from '../../sequence/fields.ts';

/** Fields whose shares are aggregates: what is done, in which categories and brands, and when. */
const SHARED_FIELDS: readonly FieldName[] = ['action', 'category', 'brand', 'price', 'hour', 'weekday'];
/** Number of shares of one field, those of its most frequent values. */
const MOST_VALUES = 50;

/**
 * Returns hand-made features of each example: its facts (recency, frequency and money, see `factsOf`), followed by the
 * share of its events with each of the most frequent actions, categories, brands, price levels, hours and weekdays;
 * (examples × width), row-major.
 */
export function aggregatesOf(
  { tokens, offsets }: Behaviours,
  { history, to }: Examples,
  facts: Float32Array,
): { vectors: Float32Array; width: number } {
  const fields = SHARED_FIELDS.map((field) => {
    const largest = tokens[field].reduce((max, token) => Math.max(max, token), 0);
    return { column: tokens[field], values: Math.min(MOST_VALUES, Math.max(0, largest - FIRST_TOKEN + 1)) };
  });
  const width = FACTS + fields.reduce((sum, { values }) => sum + values, 0);
  const vectors = new Float32Array(history.length * width);
  history.forEach((h, i) => {
    vectors.set(facts.subarray(i * FACTS, (i + 1) * FACTS), i * width);
    const [from, end] = [offsets[h]!, to[i]!];
    let start = i * width + FACTS;
    for (const { column, values } of fields) {
      for (let e = from; e < end; e++) {
        const value = column[e]! - FIRST_TOKEN;
        if (value >= 0 && value < values) vectors[start + value]! += 1 / (end - from);
      }
      start += values;
    }
  });
  return { vectors, width };
}
