import { z } from 'zod';
import type { Sequence } from '../batches.ts';
import { CLS, SEP } from '../fields.ts';
import { splitIntoUnits, TextVocabulary, unitEncoder } from './text-vocabulary.ts';
import { TokenizerFiles, wordPieces } from './word-pieces.ts';

/** Tokenisation of a text run: units counted in the workspace's texts, or a checkpoint's word pieces. */
export const TextTokens = z.discriminatedUnion('kind', [
  TextVocabulary.extend({ kind: z.literal('units') }),
  z.object({ kind: z.literal('pieces'), files: TokenizerFiles }),
]);
export type TextTokens = z.infer<typeof TextTokens>;

/**
 * Creates a function that encodes a text as a sequence, truncated to `length` positions and never empty.
 * `vocabularySize` is the number of rows of a checkpoint's embedding. Throws CHECKPOINT_UNSUPPORTED.
 */
export function sequenceEncoder(
  tokens: TextTokens,
  length: number,
  vocabularySize: number,
): (text: string) => Sequence {
  if (tokens.kind === 'units') {
    const encodeUnits = unitEncoder(tokens, length);
    return (text) => encodeUnits(splitIntoUnits(text, tokens.segmenter));
  }
  const { encode } = wordPieces(tokens.files, vocabularySize);
  return (text) => {
    const word = Int32Array.from([CLS, ...encode(text.slice(0, MAX_TEXT_LENGTH)).subarray(0, length - 2), SEP]);
    return { tokens: { word }, segment: new Int32Array(word.length) };
  };
}

/** Maximum text length in UTF-16 units before word-piece tokenisation: more than the longest sequence holds. */
const MAX_TEXT_LENGTH = 16_384;
