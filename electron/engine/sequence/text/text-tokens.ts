import { z } from 'zod';
import type { Sequence } from '../batches.ts';
import { CLS, SEP } from '../fields.ts';
import { readText, TextVocabulary, textReader } from './text-vocabulary.ts';
import { TokenizerFiles, wordPieces } from './word-pieces.ts';

/** How a text run makes tokens of a text: by units counted in the workspace's texts, or by a checkpoint's word pieces. */
export const TextTokens = z.discriminatedUnion('kind', [
  TextVocabulary.extend({ kind: z.literal('units') }),
  z.object({ kind: z.literal('pieces'), files: TokenizerFiles }),
]);
export type TextTokens = z.infer<typeof TextTokens>;

/**
 * Makes a sequence of a text, cut to `length` positions; never without any. `pieces` are the rows of a checkpoint's
 * embedding. Throws CHECKPOINT_UNSUPPORTED.
 */
export function sequenceReader(tokens: TextTokens, length: number, pieces: number): (text: string) => Sequence {
  if (tokens.kind === 'units') {
    const read = textReader(tokens, length);
    return (text) => read(readText(text, tokens.segmenter));
  }
  const { encode } = wordPieces(tokens.files, pieces);
  return (text) => {
    const word = Int32Array.from([CLS, ...encode(text.slice(0, LONGEST)).subarray(0, length - 2), SEP]);
    return { tokens: { word }, segment: new Int32Array(word.length) };
  };
}

/** UTF-16 units of a text that are cut into pieces: more than the longest sequence can take. */
const LONGEST = 16_384;
