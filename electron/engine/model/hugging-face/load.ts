import { join } from 'node:path';
import { type TokenizerFiles, type WordPieces, wordPieces } from '../../sequence/text/word-pieces.ts';
import type { EncoderConfig } from '../config.ts';
import type { NamedArray } from '../safetensors.ts';
import { reordered } from './arrays.ts';
import { encoderOf } from './bert-config.ts';
import { checkpointMissing } from './errors.ts';
import { CONFIG, hasFile, readJson, readTokenizer, WEIGHTS } from './files.ts';
import { WORD } from './names.ts';
import { readWeights } from './read-weights.ts';

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
 * Reads a folder as Hugging Face's transformers writes it. Nothing in it is believed before it is checked. Throws
 * CHECKPOINT_MISSING, CHECKPOINT_UNSUPPORTED, CHECKPOINT_DAMAGED and MODEL_DAMAGED.
 */
export function loadBert(folder: string): Bert {
  const encoder = encoderOf(readJson(folder, CONFIG));
  if (!hasFile(folder, WEIGHTS)) throw checkpointMissing(WEIGHTS);
  const { arrays, passedOver } = readWeights(join(folder, WEIGHTS), encoder);
  const tokenizer = readTokenizer(folder);
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
