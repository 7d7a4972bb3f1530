import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { PortraitError } from '../../../shared/errors.ts';
import { jsonProblem } from '../store/parse-json.ts';
import { modelFolder } from '../store/workspace.ts';

/**
 * Reads a JSON file of a run's folder. Throws RUN_DAMAGED, with the file and what is wrong with it, if it is missing or
 * not of the schema.
 */
export function readRunFile<T>(workspace: string, run: string, file: string, schema: z.ZodType<T>): T {
  return parseRunFile(run, file, textOf(workspace, run, file), schema);
}

/**
 * Reads a file with one JSON value a line; none if it does not exist. Ignores a last line that is incomplete. Throws
 * RUN_DAMAGED.
 */
export function readRunLines<T>(workspace: string, run: string, file: string, schema: z.ZodType<T>): T[] {
  if (!existsSync(join(modelFolder(workspace, run), file))) return [];
  const lines = textOf(workspace, run, file).split('\n').slice(0, -1);
  return lines.map((line) => parseRunFile(run, file, line, schema));
}

const damages = {
  missing: 'it is missing',
  unreadable: 'it is not readable',
  content: 'its content is not what it should be',
  'other-run': 'it is not of the same run as config.json',
  incomplete: 'its training state is incomplete',
};

/** `problem` says in the English message what is wrong, where that is more than the variant does. */
export function runDamaged(
  run: string,
  file: string,
  variant: keyof typeof damages,
  cause?: unknown,
  problem = damages[variant],
): PortraitError {
  return new PortraitError(
    {
      code: 'RUN_DAMAGED',
      message: `The file ${file} of ${run} is damaged: ${problem}.`,
      hint: 'Restore the folder of the run from a backup, or train again.',
      details: { run, file, variant },
    },
    { cause },
  );
}

function textOf(workspace: string, run: string, file: string): string {
  try {
    return readFileSync(join(modelFolder(workspace, run), file), 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw error instanceof PortraitError ? error : runDamaged(run, file, isMissing ? 'missing' : 'unreadable', error);
  }
}

function parseRunFile<T>(run: string, file: string, text: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw runDamaged(run, file, 'content', error, jsonProblem(error));
  }
}
