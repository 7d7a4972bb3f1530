import { type TokenizerFiles, type WordPieces, wordPieces } from '../../sequence/text/word-pieces.ts';
import type { EncoderConfig } from '../config.ts';
import type { NamedArray } from '../safetensors.ts';
import { reordered } from './arrays.ts';
import { encoderOf } from './bert-config.ts';
import { CONFIG, fileOf, findFiles, readJson, readTokenizer, WEIGHTS } from './files.ts';
import { readWeights } from './read-weights.ts';
import { WORD } from './weight-names.ts';

/** A BERT checkpoint as an encoder over the field `word`, its tokens in Portrait's order. */
export interface Bert {
  readonly encoder: EncoderConfig;
  /** By Portrait's names; those of the pooler and of the head that predicts words only where the checkpoint has them. */
  readonly arrays: Readonly<Record<string, NamedArray>>;
  readonly pooler: boolean;
  readonly head: boolean;
  readonly tokenizer: TokenizerFiles;
  readonly words: WordPieces;
  /** Names of weights that Portrait has no use for, such as a classifier's. */
  readonly passedOver: readonly string[];
}

/**
 * Reads a checkpoint as Hugging Face's transformers writes it: its folder, or its files one by one. Nothing in them is
 * believed before it is checked. Throws CHECKPOINT_MISSING, CHECKPOINT_UNSUPPORTED, CHECKPOINT_DAMAGED and MODEL_DAMAGED.
 */
export function loadBert(...paths: string[]): Bert {
  const files = findFiles(paths);
  const encoder = encoderOf(readJson(files, CONFIG));
  const { arrays, passedOver } = readWeights(fileOf(files, WEIGHTS), encoder);
  const tokenizer = readTokenizer(files);
  const words = wordPieces(tokenizer, encoder.sizes[WORD] ?? 0);
  const inOrder = Object.entries(arrays).map(([name, array]): [string, NamedArray] => [
    name,
    name === `embeddings.${WORD}` || name === `head.bias.${WORD}` ? reordered(array, words.ids) : array,
  ]);
  return {
    encoder,
    arrays: Object.fromEntries(inOrder),
    pooler: 'pooler.weight' in arrays,
    head: 'head.norm.gamma' in arrays,
    tokenizer,
    words,
    passedOver,
  };
}
