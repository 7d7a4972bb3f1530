import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PortraitError } from '../../../../shared/errors.ts';
import { hashFile } from '../../files/hash-file.ts';
import { writeJson } from '../../files/write-file-atomic.ts';
import { readSafetensors, writeSafetensors } from '../../model/safetensors.ts';
import { loadRun, type Run } from '../../runs/run-files.ts';
import { modelFolder } from '../../store/workspace.ts';
import { predictionDamaged, scorerMissing } from '../finetune-errors.ts';
import { buildScorer } from './build-scorer.ts';
import type { PredictionModel } from './score-all-users.ts';
import { arraysOfScorer } from './scorer-arrays.ts';
import { ScorerFile } from './scorer-format.ts';

const ARRAYS_FILE = 'scorer.safetensors';
/** Files that scores depend on; they are written before `scorer.json` and never changed afterwards. */
const HASHED_FILES = ['config.json', 'vocabulary.json', 'model.safetensors', ARRAYS_FILE];
const MAX_BYTES = 64 * 2 ** 20;

const scorerPath = (workspace: string, run: string) => join(modelFolder(workspace, run), 'scorer.json');

/** Whether a prediction has a saved scorer; predictions of earlier versions have none. */
export const hasScorer = (workspace: string, run: string): boolean => existsSync(scorerPath(workspace, run));

/** Writes the scorer into the prediction's folder. The description is written last: without it there is no scorer. */
export async function writeScorer(workspace: string, run: string, prediction: PredictionModel): Promise<void> {
  const { scorer, labels, dates, calibration } = prediction;
  const folder = modelFolder(workspace, run);
  writeSafetensors(join(folder, ARRAYS_FILE), arraysOfScorer(scorer, calibration), { format: 'portrait-prediction' });
  const hidden = scorer.kind === 'trained' ? (scorer.members[0]?.['task.hidden.bias']?.data.length ?? 0) : 0;
  writeJson(scorerPath(workspace, run), {
    format: 'portrait-prediction-1',
    kind: scorer.kind,
    labels: { kind: labels.kind, names: [...labels.names] },
    dates,
    counted: scorer.terms?.map(({ field }) => field) ?? null,
    linear: scorer.linear?.scale ?? null,
    trained: scorer.kind === 'trained' ? { scale: scorer.scale, hidden, members: scorer.members.length } : null,
    calibration: calibration.method === 'temperature' ? { ...calibration } : { method: calibration.method },
    files: await hashesIn(folder),
  } satisfies ScorerFile);
}

/**
 * Loads a saved prediction with its encoder; all files are verified before use. The caller disposes of the run. Throws
 * SCORER_MISSING, RUN_NOT_FOUND, and PREDICTION_DAMAGED if a file differs from what was written.
 */
export async function loadPrediction(
  workspace: string,
  id: string,
): Promise<{ run: Run; prediction: PredictionModel }> {
  if (!hasScorer(workspace, id)) throw scorerMissing(id);
  let run: Run | undefined;
  try {
    const folder = modelFolder(workspace, id);
    const file = readDescription(scorerPath(workspace, id));
    const hashes = await hashesIn(folder);
    const changedFile = HASHED_FILES.find((name) => file.files[name] !== hashes[name]);
    if (changedFile) throw new Error(`${changedFile} has changed since the prediction was saved`);
    run = await loadRun(workspace, id);
    const prediction = buildScorer(file, readSafetensors(join(folder, ARRAYS_FILE)).arrays, run);
    return { run, prediction };
  } catch (error) {
    run?.dispose();
    throw error instanceof PortraitError && error.code !== 'MODEL_DAMAGED' ? error : predictionDamaged(id, error);
  }
}

function readDescription(file: string): ScorerFile {
  if (statSync(file).size > MAX_BYTES) throw new Error('scorer.json is too long');
  return ScorerFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}

async function hashesIn(folder: string): Promise<Record<string, string>> {
  const hashes = await Promise.all(HASHED_FILES.map((name) => hashFile(join(folder, name))));
  return Object.fromEntries(HASHED_FILES.map((name, i) => [name, hashes[i]!]));
}
