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

export interface ModelToSave {
  readonly encoder: EncoderConfig;
  /** Weights by Portrait's names. */
  readonly arrays: Readonly<Record<string, NamedArray>>;
  /** Text of each token, in Portrait's order; each is a line of `vocab.txt`. */
  readonly pieces: readonly string[];
  /** Id to assign to each token; Portrait's order if absent. */
  readonly ids?: Int32Array;
  /** Tokeniser files of the original checkpoint, if the run started from one. */
  readonly tokenizer?: TokenizerFiles;
}

export interface SavedCheckpoint {
  readonly padding: 'right' | 'left';
  /** Name of its transformers class. */
  readonly architecture: string;
}

/**
 * Writes a model over one field as a BERT checkpoint for Hugging Face's transformers (BertForMaskedLM, or
 * BertLMHeadModel if it is causal). If the model counts positions from the end, transformers computes the same if
 * sequences are padded on the left to the model's length: `padding` is the required side. Throws NOT_A_BERT.
 */
export function saveBert(folder: string, model: ModelToSave): SavedCheckpoint {
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
  const bertArrays: Record<string, NamedArray> = {};
  for (const [portraitName, name] of bertNames(encoder.layers, field)) {
    const array = model.arrays[portraitName];
    if (!array) continue;
    const newOrder = order(portraitName);
    if (newOrder) bertArrays[name] = reordered(array, newOrder);
    else bertArrays[name] = portraitName.endsWith('.weight') ? transposed(array) : array;
  }
  const padding = fromEnd ? 'left' : 'right';
  mkdirSync(folder, { recursive: true });
  const writeJson = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  writeJson(CONFIG, bertConfigOf(encoder, pieces.length, ids[0] ?? 0));
  writeSafetensors(join(folder, WEIGHTS), bertArrays, { format: 'pt' });
  writeFileSync(join(folder, VOCABULARY), vocabularyOf(pieces, ids));
  writeJson(SETTINGS, {
    ...(model.tokenizer?.settings ?? DEFAULT_SETTINGS),
    model_max_length: encoder.length,
    padding_side: padding,
  });
  if (model.tokenizer) writeJson(TOKENIZER, model.tokenizer.tokenizer);
  return { padding, architecture: architectureOf(encoder) };
}

/** Tokeniser settings, with the names of the special tokens, for a vocabulary built by Portrait. */
const DEFAULT_SETTINGS = {
  tokenizer_class: 'BertTokenizer',
  do_lower_case: false,
  pad_token: '[PAD]',
  unk_token: '[UNK]',
  mask_token: '[MASK]',
  cls_token: '[CLS]',
  sep_token: '[SEP]',
};
/** Special tokens that a vocabulary built by Portrait starts with. */
export const SPECIAL_PIECES: readonly string[] = ['[PAD]', '[UNK]', '[MASK]', '[CLS]', '[SEP]'];

function onlyField({ sizes, norm }: EncoderConfig): string {
  const [field, ...otherFields] = Object.keys(sizes);
  if (field === undefined || otherFields.length > 0) throw notABert('fields', otherFields.length + 1);
  if (norm !== 'post') throw notABert('norm', norm);
  return field;
}

/**
 * Builds `vocab.txt`, one line per id; pieces that are empty, contain line breaks or are duplicates become
 * `[unnamedID]`.
 */
function vocabularyOf(pieces: readonly string[], ids: Int32Array): string {
  const lines = new Array<string>(pieces.length);
  const usedLines = new Set<string>();
  pieces.forEach((piece, token) => {
    const line = piece === '' || /[\r\n]/.test(piece) || usedLines.has(piece) ? `[unnamed${ids[token]}]` : piece;
    usedLines.add(line);
    lines[ids[token]!] = line;
  });
  return `${lines.join('\n')}\n`;
}
