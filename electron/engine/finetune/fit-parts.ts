import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeJson } from '../files/write-file-atomic.ts';
import type { JobContext } from '../jobs/context.ts';
import { type NamedArray, readSafetensors, writeSafetensors } from '../model/safetensors.ts';
import { dataChanged } from '../runs/data-changed.ts';
import { nextRun, removeRunFolder } from '../runs/run-files.ts';
import { modelFolder } from '../store/workspace.ts';
import type { HeadCurve } from './head/train-head.ts';

/** Name of the folder inside a run's folder. */
export const PARTS = 'parts';
const KEY = 'key.json';
const SUFFIX = '.safetensors';

/** A finished part of a fine-tuning: the scores of a fold, or a member of the final model. */
export interface FitPart {
  readonly arrays: Readonly<Record<string, NamedArray>>;
  readonly curve: HeadCurve;
}

/** A loss of NaN is null in JSON. */
const Losses = z.array(z.number().nullable()).transform((losses) => losses.map((loss) => loss ?? Number.NaN));
const Curve = z.object({ training: Losses, validation: Losses });

/**
 * Calls a function with the id of a prediction and the folder of its finished parts. `key` identifies the data and the
 * settings. The folder is deleted at the end; if the function fails, it stays if it has parts. Throws DATA_CHANGED if
 * the parts belong to another key.
 */
export async function withFitParts<T>(
  key: string,
  { workspace: { path }, resumeState, saveResumeState }: JobContext,
  compute: (id: string, partsFolder: string) => Promise<T>,
): Promise<T> {
  const id = resumeState.run ?? nextRun(path);
  saveResumeState({ run: id });
  try {
    const folder = openParts(path, id, key);
    const result = await compute(id, folder);
    rmSync(folder, { recursive: true, force: true });
    return result;
  } catch (error) {
    if (!hasParts(path, id)) {
      removeRunFolder(path, id);
      saveResumeState({ run: null });
    }
    throw error;
  }
}

/** Returns the folder of the parts, which is created if missing. Throws DATA_CHANGED. */
function openParts(workspace: string, run: string, key: string): string {
  const folder = partsFolderOf(workspace, run);
  const file = join(folder, KEY);
  if (existsSync(file)) {
    if (JSON.parse(readFileSync(file, 'utf8')) !== key) throw dataChanged(run);
    return folder;
  }
  mkdirSync(folder, { recursive: true });
  writeJson(file, key);
  return folder;
}

function hasParts(workspace: string, run: string): boolean {
  const folder = partsFolderOf(workspace, run);
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith(SUFFIX));
}

const partsFolderOf = (workspace: string, run: string) => join(modelFolder(workspace, run), PARTS);

/** Returns a part from its file, or computes and saves it. With `folder` null nothing is saved. */
export async function readOrFitPart(
  folder: string | null,
  name: string,
  compute: () => Promise<FitPart>,
): Promise<FitPart> {
  if (folder === null) return compute();
  const file = join(folder, `${name}${SUFFIX}`);
  if (existsSync(file)) {
    const { arrays, metadata } = readSafetensors(file);
    return { arrays, curve: Curve.parse(JSON.parse(metadata.curve ?? 'null')) };
  }
  const part = await compute();
  writeSafetensors(file, part.arrays, { curve: JSON.stringify(part.curve) });
  return part;
}
