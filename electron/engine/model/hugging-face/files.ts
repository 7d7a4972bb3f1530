import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { filesOfVocabulary, type TokenizerFiles } from '../../sequence/text/word-pieces.ts';
import { checkpointDamaged, checkpointMissing } from './errors.ts';

export const CONFIG = 'config.json';
export const WEIGHTS = 'model.safetensors';
export const VOCABULARY = 'vocab.txt';
export const TOKENIZER = 'tokenizer.json';
export const SETTINGS = 'tokenizer_config.json';
const NAMES = [CONFIG, WEIGHTS, VOCABULARY, TOKENIZER, SETTINGS];

/** Largest text that is read, in bytes: a vocabulary of some million pieces. */
const LARGEST = 128 * 2 ** 20;

const JsonObject = z.record(z.string(), z.unknown());

/** Where the files of a checkpoint are, by their names. */
export type CheckpointFiles = ReadonlyMap<string, string>;

/** Files of a checkpoint among paths: folders that hold them, or they themselves. Other files are left alone. */
export function findFiles(paths: readonly string[]): CheckpointFiles {
  const found = new Map<string, string>();
  for (const path of paths) {
    const within = isFolder(path) ? NAMES.map((name) => join(path, name)) : [path];
    for (const file of within) {
      const name = basename(file);
      if (NAMES.includes(name) && statSync(file, { throwIfNoEntry: false })?.isFile()) found.set(name, file);
    }
  }
  return found;
}

/** The path of a file. Throws CHECKPOINT_MISSING. */
export function fileOf(files: CheckpointFiles, name: string): string {
  const path = files.get(name);
  if (path !== undefined) return path;
  throw checkpointMissing(name === VOCABULARY ? `${TOKENIZER} or ${VOCABULARY}` : name);
}

/** Throws CHECKPOINT_MISSING and CHECKPOINT_DAMAGED. */
export function readJson(files: CheckpointFiles, name: string): Record<string, unknown> {
  const text = readText(files, name);
  try {
    return JsonObject.parse(JSON.parse(text));
  } catch (cause) {
    throw checkpointDamaged(name, 'it is no JSON object', cause);
  }
}

/** A `tokenizer.json`, or what a `vocab.txt` amounts to. Throws CHECKPOINT_MISSING and CHECKPOINT_DAMAGED. */
export function readTokenizer(files: CheckpointFiles): TokenizerFiles {
  const settings = files.has(SETTINGS) ? readJson(files, SETTINGS) : {};
  if (files.has(TOKENIZER)) return { tokenizer: readJson(files, TOKENIZER), settings };
  return filesOfVocabulary(readText(files, VOCABULARY), settings);
}

function readText(files: CheckpointFiles, name: string): string {
  const path = fileOf(files, name);
  if (statSync(path).size > LARGEST) throw checkpointDamaged(name, 'it is too large to be what its name says');
  return readFileSync(path, 'utf8');
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
