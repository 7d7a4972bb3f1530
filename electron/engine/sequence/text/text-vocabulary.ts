import { z } from 'zod';
import type { Sequence } from '../batches.ts';
import { CLS, FIRST_TOKEN, UNK } from '../fields.ts';
import { normalise } from './normalise-text.ts';
import { bestSegmenter, segmenter } from './segmenter.ts';
import { type Unit, unitsOf } from './units.ts';

/**
 * What each unit of a text is read as: itself, the word that it is part of, and it together with the next unit and the next
 * two. The encoder sums their embeddings, so that runs of units need not be learnt by attention.
 */
export const TEXT_FIELDS = ['unit', 'word', 'pair', 'triple'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** What the tokens of a text run mean: of each field the text of each token from FIRST_TOKEN on. */
export const TextVocabulary = z.object({
  segmenter: z.enum(['jieba', 'intl']),
  fields: z.record(z.enum(TEXT_FIELDS), z.array(z.string())),
});
export type TextVocabulary = z.infer<typeof TextVocabulary>;

/** Tokens of a field at most, the most frequent. */
const MOST = 50_000;

/** The units of a text as they are before they become tokens. */
export function readText(text: string, cutter: TextVocabulary['segmenter']): Unit[] {
  return unitsOf(normalise(text), segmenter(cutter));
}

/** Counts what texts are made of; what occurs fewer than `minCount` times becomes the unknown token. */
export function textVocabulary(texts: readonly (readonly Unit[])[], minCount: number): TextVocabulary {
  const counts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, new Map<string, number>()])) as Record<
    TextField,
    Map<string, number>
  >;
  for (const units of texts) {
    for (const at of units.keys()) {
      for (const field of TEXT_FIELDS) {
        const value = partOf(field, units, at);
        counts[field].set(value, (counts[field].get(value) ?? 0) + 1);
      }
    }
  }
  const kept = (field: TextField) =>
    [...counts[field]]
      .filter(([, count]) => count >= minCount)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST)
      .map(([value]) => value);
  return {
    segmenter: bestSegmenter(),
    fields: { unit: kept('unit'), word: kept('word'), pair: kept('pair'), triple: kept('triple') },
  };
}

/** Makes sequences of texts: `[CLS]`, then a position a unit, at most `length` together; segments are 0. */
export function textReader({ fields }: TextVocabulary, length: number): (units: readonly Unit[]) => Sequence {
  const tables = TEXT_FIELDS.map(
    (field) => [field, new Map(fields[field].map((value, index) => [value, FIRST_TOKEN + index]))] as const,
  );
  return (units) => {
    const size = Math.min(units.length + 1, length);
    const tokens = Object.fromEntries(
      tables.map(([field, table]) => {
        const column = new Int32Array(size).fill(CLS, 0, 1);
        for (let at = 1; at < size; at++) column[at] = table.get(partOf(field, units, at - 1)) ?? UNK;
        return [field, column];
      }),
    );
    return { tokens, segment: new Int32Array(size) };
  };
}

/** The parts of a pair or a triple cannot be mistaken: no unit holds a blank. */
function partOf(field: TextField, units: readonly Unit[], at: number): string {
  const { text, word } = units[at]!;
  if (field === 'unit') return text;
  if (field === 'word') return word;
  const pair = `${text} ${units[at + 1]?.text ?? ''}`;
  return field === 'pair' ? pair : `${pair} ${units[at + 2]?.text ?? ''}`;
}
