import { type TokenizerFiles, type WordPieces, wordPieces } from '../../sequence/text/word-pieces.ts';
import type { EncoderConfig } from '../config.ts';
import type { NamedArray } from '../safetensors.ts';
import { reordered } from './arrays.ts';
import { encoderOf } from './bert-config.ts';
import { CONFIG, fileOf, findFiles, readJson, readTokenizer, WEIGHTS } from './files.ts';
import { readWeights } from './read-weights.ts';
import { WORD } from './weight-names.ts';

/** A BERT checkpoint as an encoder over the field `word`, with its tokens in Portrait's order. */
export interface Bert {
  readonly encoder: EncoderConfig;
  /** Weights by Portrait's names; the pooler's and the masked-language head's only if the checkpoint has them. */
  readonly arrays: Readonly<Record<string, NamedArray>>;
  readonly pooler: boolean;
  readonly head: boolean;
  readonly tokenizer: TokenizerFiles;
  readonly words: WordPieces;
  /** Names of weights that Portrait does not use, such as a classifier's. */
  readonly unusedWeights: readonly string[];
}

/**
 * Loads a checkpoint in the format of Hugging Face's transformers, from its folder or its individual files. Validates
 * all contents before use. Throws CHECKPOINT_MISSING, CHECKPOINT_UNSUPPORTED, CHECKPOINT_DAMAGED and MODEL_DAMAGED.
 */
export function loadBert(...paths: string[]): Bert {
  const files = findFiles(paths);
  const encoder = encoderOf(readJson(files, CONFIG));
  const { arrays, unusedWeights } = readWeights(fileOf(files, WEIGHTS), encoder);
  const tokenizer = readTokenizer(files);
  const words = wordPieces(tokenizer, encoder.sizes[WORD] ?? 0);
  const orderedArrays = Object.entries(arrays).map(([name, array]): [string, NamedArray] => [
    name,
    name === `embeddings.${WORD}` || name === `head.bias.${WORD}` ? reordered(array, words.ids) : array,
  ]);
  return {
    encoder,
    arrays: Object.fromEntries(orderedArrays),
    pooler: 'pooler.weight' in arrays,
    head: 'head.norm.gamma' in arrays,
    tokenizer,
    words,
    unusedWeights,
  };
}
