import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenizerFiles } from '../../sequence/text/word-pieces.ts';
import type { EncoderConfig } from '../config.ts';
import { type NamedArray, writeSafetensors } from '../safetensors.ts';
import { inverse, reordered, transposed } from './arrays.ts';
import { architectureOf, bertConfigOf } from './bert-config.ts';
import { notABert } from './errors.ts';
import { CONFIG, SETTINGS, TOKENIZER, VOCABULARY, WEIGHTS } from './files.ts';
import { bertNames } from './weight-names.ts';

export interface SavedModel {
  readonly encoder: EncoderConfig;
  /** By Portrait's names. */
  readonly arrays: Readonly<Record<string, NamedArray>>;
  /** What each token stands for, in Portrait's order; a line of `vocab.txt` each. */
  readonly pieces: readonly string[];
  /** The id that each token shall have; as in Portrait's order where left out. */
  readonly ids?: Int32Array;
  /** The files that a checkpoint's texts are cut by, where the run came from one. */
  readonly tokenizer?: TokenizerFiles;
}

export interface SavedCheckpoint {
  readonly padding: 'right' | 'left';
  /** The class of transformers that it is of. */
  readonly architecture: string;
}

/**
 * Writes a model that reads one field as a BERT checkpoint (BertForMaskedLM; BertLMHeadModel where it looks back only) for
 * Hugging Face's transformers. Where its positions count from the end, theirs do so as well if sequences are padded on the
 * left to the model's length: `padding` says which. Throws NOT_A_BERT.
 */
export function saveBert(folder: string, model: SavedModel): SavedCheckpoint {
  const { encoder, pieces } = model;
  const field = onlyField(encoder);
  const ids = model.ids ?? Int32Array.from(pieces.keys());
  const fromEnd = encoder.positions === 'fromEnd';
  const order = (name: string): Int32Array | null => {
    if (name === `embeddings.${field}` || name === `head.bias.${field}`) return inverse(ids);
    if (name === 'embeddings.position' && fromEnd)
      return Int32Array.from({ length: encoder.length }, (_, i) => encoder.length - 1 - i);
    return null;
  };
  const theirs: Record<string, NamedArray> = {};
  for (const [ours, name] of bertNames(encoder.layers, field)) {
    const array = model.arrays[ours];
    if (!array) continue;
    const moved = order(ours);
    if (moved) theirs[name] = reordered(array, moved);
    else theirs[name] = ours.endsWith('.weight') ? transposed(array) : array;
  }
  const padding = fromEnd ? 'left' : 'right';
  mkdirSync(folder, { recursive: true });
  const writeJson = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  writeJson(CONFIG, bertConfigOf(encoder, pieces.length, ids[0] ?? 0));
  writeSafetensors(join(folder, WEIGHTS), theirs, { format: 'pt' });
  writeFileSync(join(folder, VOCABULARY), vocabularyOf(pieces, ids));
  writeJson(SETTINGS, {
    ...(model.tokenizer?.settings ?? NAMES),
    model_max_length: encoder.length,
    padding_side: padding,
  });
  if (model.tokenizer) writeJson(TOKENIZER, model.tokenizer.tokenizer);
  return { padding, architecture: architectureOf(encoder) };
}

/** Names of the special tokens of a vocabulary that was made here. */
const NAMES = {
  tokenizer_class: 'BertTokenizer',
  do_lower_case: false,
  pad_token: '[PAD]',
  unk_token: '[UNK]',
  mask_token: '[MASK]',
  cls_token: '[CLS]',
  sep_token: '[SEP]',
};
/** The special tokens of a vocabulary that was made here, as it begins with them. */
export const SPECIAL_PIECES: readonly string[] = ['[PAD]', '[UNK]', '[MASK]', '[CLS]', '[SEP]'];

function onlyField({ sizes, norm }: EncoderConfig): string {
  const [field, ...others] = Object.keys(sizes);
  if (field === undefined || others.length > 0)
    throw notABert(`it reads ${others.length + 1} fields, where a BERT reads one`);
  if (norm !== 'post') throw notABert(`its norm is ${norm}, where a BERT's is post`);
  return field;
}

/** A line an id; what has no name, or has breaks of lines in it, or is there twice, is called by its number. */
function vocabularyOf(pieces: readonly string[], ids: Int32Array): string {
  const lines = new Array<string>(pieces.length);
  const seen = new Set<string>();
  pieces.forEach((piece, own) => {
    const line = piece === '' || /[\r\n]/.test(piece) || seen.has(piece) ? `[unnamed${ids[own]}]` : piece;
    seen.add(line);
    lines[ids[own]!] = line;
  });
  return `${lines.join('\n')}\n`;
}
