import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { filesOfVocabulary, type TokenizerFiles } from '../../sequence/text/word-pieces.ts';
import { checkpointDamaged, checkpointMissing } from './errors.ts';

export const CONFIG = 'config.json';
export const WEIGHTS = 'model.safetensors';
export const VOCABULARY = 'vocab.txt';
export const TOKENIZER = 'tokenizer.json';
export const SETTINGS = 'tokenizer_config.json';

/** Largest text that is read, in bytes: a vocabulary of some million pieces. */
const LARGEST = 128 * 2 ** 20;

const JsonObject = z.record(z.string(), z.unknown());

export function hasFile(folder: string, name: string): boolean {
  return statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Throws CHECKPOINT_MISSING and CHECKPOINT_DAMAGED. */
export function readJson(folder: string, name: string): Record<string, unknown> {
  const text = readText(folder, name);
  try {
    return JsonObject.parse(JSON.parse(text));
  } catch (cause) {
    throw checkpointDamaged(name, 'it is no JSON object', cause);
  }
}

/** A `tokenizer.json`, or what a `vocab.txt` amounts to. Throws CHECKPOINT_MISSING and CHECKPOINT_DAMAGED. */
export function readTokenizer(folder: string): TokenizerFiles {
  const settings = hasFile(folder, SETTINGS) ? readJson(folder, SETTINGS) : {};
  if (hasFile(folder, TOKENIZER)) return { tokenizer: readJson(folder, TOKENIZER), settings };
  return filesOfVocabulary(readText(folder, VOCABULARY), settings);
}

function readText(folder: string, name: string): string {
  if (!hasFile(folder, name)) throw checkpointMissing(name === VOCABULARY ? `${TOKENIZER} or ${VOCABULARY}` : name);
  const path = join(folder, name);
  if (statSync(path).size > LARGEST) throw checkpointDamaged(name, 'it is too large to be what its name says');
  return readFileSync(path, 'utf8');
}
