import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type TokenizerFiles, tokenizerFilesFromVocab } from '../../sequence/text/word-pieces.ts';
import { checkpointDamaged, checkpointMissing } from './errors.ts';

export const CONFIG = 'config.json';
export const WEIGHTS = 'model.safetensors';
export const VOCABULARY = 'vocab.txt';
export const TOKENIZER = 'tokenizer.json';
export const SETTINGS = 'tokenizer_config.json';
const NAMES = [CONFIG, WEIGHTS, VOCABULARY, TOKENIZER, SETTINGS];

/** Maximum size of a text file in bytes: a vocabulary of a few million pieces. */
const MAX_TEXT_BYTES = 128 * 2 ** 20;

const JsonObject = z.record(z.string(), z.unknown());

/** Paths of a checkpoint's files, by file name. */
export type CheckpointFiles = ReadonlyMap<string, string>;

/**
 * Finds a checkpoint's files among paths, which are folders that contain them or the files themselves. Ignores other
 * files.
 */
export function findFiles(paths: readonly string[]): CheckpointFiles {
  const files = new Map<string, string>();
  for (const path of paths) {
    const candidates = isFolder(path) ? NAMES.map((name) => join(path, name)) : [path];
    for (const file of candidates) {
      const name = basename(file);
      if (NAMES.includes(name) && statSync(file, { throwIfNoEntry: false })?.isFile()) files.set(name, file);
    }
  }
  return files;
}

/** Returns the path of a file. Throws CHECKPOINT_MISSING. */
export function fileOf(files: CheckpointFiles, name: string): string {
  const path = files.get(name);
  if (path !== undefined) return path;
  throw checkpointMissing(name === VOCABULARY ? [TOKENIZER, VOCABULARY] : [name]);
}

/** Reads a JSON object. Throws CHECKPOINT_MISSING and CHECKPOINT_DAMAGED. */
export function readJson(files: CheckpointFiles, name: string): Record<string, unknown> {
  const text = readText(files, name);
  try {
    return JsonObject.parse(JSON.parse(text));
  } catch (cause) {
    throw checkpointDamaged(name, { variant: 'json' }, cause);
  }
}

/**
 * Reads `tokenizer.json`, or builds its equivalent from `vocab.txt`. Throws CHECKPOINT_MISSING and CHECKPOINT_DAMAGED.
 */
export function readTokenizer(files: CheckpointFiles): TokenizerFiles {
  const settings = files.has(SETTINGS) ? readJson(files, SETTINGS) : {};
  if (files.has(TOKENIZER)) return { tokenizer: readJson(files, TOKENIZER), settings };
  return tokenizerFilesFromVocab(readText(files, VOCABULARY), settings);
}

function readText(files: CheckpointFiles, name: string): string {
  const path = fileOf(files, name);
  if (statSync(path).size > MAX_TEXT_BYTES) throw checkpointDamaged(name, { variant: 'size' });
  return readFileSync(path, 'utf8');
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
