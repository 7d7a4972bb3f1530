import { z } from 'zod';
import { FIRST_TOKEN, UNK } from '../fields.ts';
import { normaliseText } from './normalise-text.ts';
import { bestSegmenter, segmenter } from './segmenter.ts';

/**
 * Maximum number of words per text that become positions; searches have fewer, and the first words of a review say
 * most.
 */
const MAX_WORDS = 12;
/** Maximum vocabulary size; the most frequent words are kept, since each takes a row of the embedding. */
const MAX_VOCABULARY = 50_000;

/** Word vocabulary of a run, and the segmenter that splits texts into words. */
export const WordList = z.object({
  segmenter: z.enum(['jieba', 'intl']),
  words: z.array(z.string()),
  /** Number of texts that contain each word. */
  counts: z.array(z.number().int()),
});
export type WordList = z.infer<typeof WordList>;

/**
 * Returns the distinct words of a text in order, short words before longer words that contain them; punctuation and
 * whitespace are skipped.
 */
export function wordsOf(text: string, cutter: WordList['segmenter'], limit = MAX_WORDS): string[] {
  const pieces = segmenter(cutter)
    .cutForSearch(normaliseText(text))
    .filter((piece) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(piece));
  return [...new Set(pieces)].slice(0, limit);
}

/**
 * Counts the words of texts; `occurrences` is how often each text occurs. Words with fewer than `minCount` occurrences
 * are left out.
 */
export function countWords(texts: readonly string[], occurrences: Int32Array, minCount: number): WordList {
  const counts = new Map<string, number>();
  for (const [index, text] of texts.entries()) {
    if (occurrences[index] === 0) continue;
    for (const word of wordsOf(text, bestSegmenter())) counts.set(word, (counts.get(word) ?? 0) + occurrences[index]!);
  }
  const frequentWords = [...counts]
    .filter(([, count]) => count >= minCount)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const mostFrequent = frequentWords.slice(0, MAX_VOCABULARY);
  return {
    segmenter: bestSegmenter(),
    words: mostFrequent.map(([word]) => word),
    counts: mostFrequent.map(([, count]) => count),
  };
}

/** Creates a function that encodes a text's words as tokens; unknown words are skipped. */
export function wordTokens(list: WordList): (text: string) => Int32Array {
  const tokens = new Map(list.words.map((word, index) => [word, FIRST_TOKEN + index]));
  return (text) =>
    Int32Array.from(wordsOf(text, list.segmenter), (word) => tokens.get(word) ?? UNK).filter((token) => token !== UNK);
}
