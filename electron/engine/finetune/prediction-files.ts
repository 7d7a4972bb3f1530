import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PredictionEvaluation } from '../../../shared/contract/prediction.ts';
import { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import { writeFileAtomic } from '../files/write-file-atomic.ts';
import { writeSafetensors } from '../model/safetensors.ts';
import { arraysOf, deleteCheckpoints, type Run, weightsFile, writeRunConfig } from '../runs/run-files.ts';
import { runNotFound } from '../store/models/run-not-found.ts';
import { modelFolder } from '../store/workspace.ts';
import { predictionDamaged } from './finetune-errors.ts';
import { PARTS } from './fit-parts.ts';
import type { PredictionModel } from './scorer/score-all-users.ts';
import { writeScorer } from './scorer/scorer-file.ts';

/**
 * Schema of `prediction.json`, which a prediction's folder has in addition to the files of every run. The curve has one loss
 * per epoch, NaN where none was measured.
 */
const PredictionFile = z.object({
  config: FinetuneConfig,
  evaluation: PredictionEvaluation,
  curve: z.object({ training: z.instanceof(Float32Array), validation: z.instanceof(Float32Array) }),
});
export type PredictionFile = z.infer<typeof PredictionFile>;

const predictionPath = (workspace: string, run: string) => join(modelFolder(workspace, run), 'prediction.json');
/** The same file as earlier versions named it. */
const earlierPath = (workspace: string, run: string) => join(modelFolder(workspace, run), 'head.json');

/** Saves a prediction as a run; its encoder can be used like that of any other run. Removes its files if writing fails. */
export async function writePrediction(
  workspace: string,
  id: string,
  run: Omit<Run, 'id'>,
  model: PredictionModel,
  prediction: PredictionFile,
): Promise<void> {
  const { train, encoder, target, data, names, vocabulary } = run;
  const config = { train, encoder, target, ...(data === undefined ? {} : { data }), ...(names ? { names } : {}) };
  try {
    writeRunConfig(workspace, id, config, vocabulary);
    const { scorer } = model;
    const weights = scorer.kind === 'trained' ? scorer.members[0]! : arraysOf(run.weights);
    writeSafetensors(weightsFile(workspace, id), weights, { format: 'portrait' });
    await writeScorer(workspace, id, model);
    writeFileAtomic(predictionPath(workspace, id), JSON.stringify(prediction, replacer));
    deleteCheckpoints(workspace, id);
  } catch (error) {
    removePrediction(workspace, id);
    throw error;
  }
}

/** Removes the files of a prediction, except the parts from which an interrupted fine-tuning continues. */
export function removePrediction(workspace: string, id: string): void {
  const folder = modelFolder(workspace, id);
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (name !== PARTS) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Throws RUN_NOT_FOUND and PREDICTION_DAMAGED. */
export function readPrediction(workspace: string, id: string): PredictionFile {
  const file = [predictionPath(workspace, id), earlierPath(workspace, id)].find(existsSync);
  if (file === undefined) throw runNotFound(id);
  try {
    return PredictionFile.parse(JSON.parse(readFileSync(file, 'utf8'), reviver));
  } catch (error) {
    throw predictionDamaged(id, error);
  }
}

/** Encodes typed arrays, which JSON lacks; NaN becomes null. */
function replacer(_key: string, value: unknown): unknown {
  if (value instanceof Float32Array) return { float32: [...value] };
  return value instanceof Int32Array ? { int32: [...value] } : value;
}

const PackedArray = z.union([
  z.strictObject({ float32: z.array(z.number().nullable()) }),
  z.strictObject({ int32: z.array(z.number()) }),
]);

function reviver(_key: string, value: unknown): unknown {
  const { success, data } = PackedArray.safeParse(value);
  if (!success) return value;
  return 'int32' in data
    ? Int32Array.from(data.int32)
    : Float32Array.from(data.float32, (element) => element ?? Number.NaN);
}
