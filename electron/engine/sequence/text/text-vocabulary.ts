import { z } from 'zod';
import type { Sequence } from '../batches.ts';
import { CLS, FIRST_TOKEN, UNK } from '../fields.ts';
import { normaliseText } from './normalise-text.ts';
import { bestSegmenter, segmenter } from './segmenter.ts';
import { type Unit, unitsOf } from './units.ts';

/**
 * Fields of each unit of a text: the unit, the word that contains it, and the unit with the next one and the next two.
 * The encoder sums their embeddings, so that attention need not learn n-grams.
 */
export const TEXT_FIELDS = ['unit', 'word', 'pair', 'triple'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Vocabulary of a text run: for each field, the text of each token from FIRST_TOKEN on. */
export const TextVocabulary = z.object({
  segmenter: z.enum(['jieba', 'intl']),
  fields: z.record(z.enum(TEXT_FIELDS), z.array(z.string())),
});
export type TextVocabulary = z.infer<typeof TextVocabulary>;

/** Maximum number of tokens per field; the most frequent are kept. */
const MAX_TOKENS = 50_000;

/** Splits a text into units, which then become tokens. */
export function splitIntoUnits(text: string, cutter: TextVocabulary['segmenter']): Unit[] {
  return unitsOf(normaliseText(text), segmenter(cutter));
}

/** Builds the vocabulary of texts; values with fewer than `minCount` occurrences become the unknown token. */
export function textVocabulary(texts: readonly (readonly Unit[])[], minCount: number): TextVocabulary {
  const counts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, new Map<string, number>()])) as Record<
    TextField,
    Map<string, number>
  >;
  for (const units of texts) {
    for (const at of units.keys()) {
      for (const field of TEXT_FIELDS) {
        const value = fieldValue(field, units, at);
        counts[field].set(value, (counts[field].get(value) ?? 0) + 1);
      }
    }
  }
  const mostFrequent = (field: TextField) =>
    [...counts[field]]
      .filter(([, count]) => count >= minCount)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, MAX_TOKENS)
      .map(([value]) => value);
  return {
    segmenter: bestSegmenter(),
    fields: {
      unit: mostFrequent('unit'),
      word: mostFrequent('word'),
      pair: mostFrequent('pair'),
      triple: mostFrequent('triple'),
    },
  };
}

/**
 * Creates a function that encodes units as a sequence: `[CLS]`, then one position per unit, at most `length` in all;
 * segments are 0.
 */
export function unitEncoder({ fields }: TextVocabulary, length: number): (units: readonly Unit[]) => Sequence {
  const tables = TEXT_FIELDS.map(
    (field) => [field, new Map(fields[field].map((value, index) => [value, FIRST_TOKEN + index]))] as const,
  );
  return (units) => {
    const size = Math.min(units.length + 1, length);
    const tokens = Object.fromEntries(
      tables.map(([field, table]) => {
        const column = new Int32Array(size).fill(CLS, 0, 1);
        for (let at = 1; at < size; at++) column[at] = table.get(fieldValue(field, units, at - 1)) ?? UNK;
        return [field, column];
      }),
    );
    return { tokens, segment: new Int32Array(size) };
  };
}

/** Returns a field's value at a unit. Joining units with a space is unambiguous, because no unit contains one. */
function fieldValue(field: TextField, units: readonly Unit[], at: number): string {
  const { text, word } = units[at]!;
  if (field === 'unit') return text;
  if (field === 'word') return word;
  const pair = `${text} ${units[at + 1]?.text ?? ''}`;
  return field === 'pair' ? pair : `${pair} ${units[at + 2]?.text ?? ''}`;
}
