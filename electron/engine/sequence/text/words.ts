import { z } from 'zod';
import { FIRST_TOKEN, UNK } from '../fields.ts';
import { normalise } from './normalise-text.ts';
import { bestSegmenter, segmenter } from './segmenter.ts';

/** Words of one text that become positions; searches have fewer, and of a review the first say most. */
const MOST_WORDS = 12;
/** Words of a run at most, the most frequent; each costs a row of the embedding. */
const MOST_KINDS = 50_000;

/** The words that a run knows, and what cuts texts into them. */
export const WordList = z.object({
  segmenter: z.enum(['jieba', 'intl']),
  words: z.array(z.string()),
  /** How many texts hold each. */
  counts: z.array(z.number().int()),
});
export type WordList = z.infer<typeof WordList>;

/** The different words of a text in their order, short ones before those that they are part of; signs and blanks are none. */
export function wordsOf(text: string, cutter: WordList['segmenter'], most = MOST_WORDS): string[] {
  const pieces = segmenter(cutter)
    .cutForSearch(normalise(text))
    .filter((piece) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(piece));
  return [...new Set(pieces)].slice(0, most);
}

/** Counts the words of texts; `use` is how often each text occurs. Words in fewer than `minCount` texts are left out. */
export function countWords(texts: readonly string[], use: Int32Array, minCount: number): WordList {
  const counts = new Map<string, number>();
  for (const [index, text] of texts.entries()) {
    if (use[index] === 0) continue;
    for (const word of wordsOf(text, bestSegmenter())) counts.set(word, (counts.get(word) ?? 0) + use[index]!);
  }
  const kept = [...counts]
    .filter(([, count]) => count >= minCount)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const most = kept.slice(0, MOST_KINDS);
  return { segmenter: bestSegmenter(), words: most.map(([word]) => word), counts: most.map(([, count]) => count) };
}

/** The tokens of each text's words, unknown ones left out. */
export function wordTokens(list: WordList): (text: string) => Int32Array {
  const tokens = new Map(list.words.map((word, index) => [word, FIRST_TOKEN + index]));
  return (text) =>
    Int32Array.from(wordsOf(text, list.segmenter), (word) => tokens.get(word) ?? UNK).filter((token) => token !== UNK);
}
