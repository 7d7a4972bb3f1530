import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import { writeJson } from '../files/write-file-atomic.ts';
import { startBackend } from '../model/backends/index.ts';
import { EncoderConfig } from '../model/config.ts';
import { readModel } from '../model/model-file.ts';
import { type NamedArray, writeSafetensors } from '../model/safetensors.ts';
import { disposeWeights, variableOf, type Weights } from '../model/weights.ts';
import { FIELDS } from '../sequence/fields.ts';
import { fieldSize, Vocabulary } from '../sequence/vocabulary.ts';
import { runNotFound } from '../store/models/run-not-found.ts';
import { modelFolder, modelsFolder } from '../store/workspace.ts';
import { readRunFile, runDamaged } from './read-run-file.ts';
import { runReadsTexts, runUnfinished } from './run-errors.ts';
import { FrequentNames } from './same-data.ts';
import { runsInTrash } from './trash.ts';

const RunConfig = z.object({
  train: TrainConfig,
  encoder: EncoderConfig,
  target: z.enum(FIELDS),
  /** Hash of the training data (`dataHash`). */
  data: z.string().exactOptional(),
  names: FrequentNames.exactOptional(),
});
export type RunConfig = z.infer<typeof RunConfig>;

/** A run's model, ready for use. The caller disposes of it. */
export interface Run extends RunConfig {
  readonly id: string;
  readonly vocabulary: Vocabulary;
  readonly weights: Weights;
  dispose(): void;
}

const CONFIG_FILE = 'config.json';
const VOCABULARY_FILE = 'vocabulary.json';
const Kind = z.object({ kind: z.string().exactOptional() }).transform(({ kind }) => kind);
const configFile = (folder: string) => join(folder, CONFIG_FILE);
export const weightsFile = (workspace: string, id: string) => join(modelFolder(workspace, id), 'model.safetensors');

/**
 * Returns the name of a new run, with the next free number; numbers of deleted runs are not reused while higher ones
 * exist, or while they can be restored.
 */
export function nextRun(workspace: string): string {
  const folder = modelsFolder(workspace);
  const names = [...(existsSync(folder) ? readdirSync(folder) : []), ...runsInTrash(workspace)];
  const numbers = names.map((name) => Number(/^run-(\d{1,15})$/.exec(name)?.[1] ?? 0));
  return `run-${Math.max(0, ...numbers) + 1}`;
}

export function writeRunConfig(workspace: string, id: string, config: RunConfig, vocabulary: Vocabulary): void {
  const folder = modelFolder(workspace, id);
  mkdirSync(join(folder, 'checkpoints'), { recursive: true });
  writeJson(join(folder, VOCABULARY_FILE), vocabulary);
  writeJson(configFile(folder), config);
}

/** Whether a run has been started: its configuration is the last file written before training. */
export function hasConfig(workspace: string, id: string): boolean {
  return existsSync(configFile(modelFolder(workspace, id)));
}

/** Throws RUN_NOT_FOUND, RUN_DAMAGED, and RUN_READS_TEXTS if it is a text run. */
export function readRunConfig(workspace: string, id: string): RunConfig & { vocabulary: Vocabulary } {
  if (!hasConfig(workspace, id)) throw runNotFound(id);
  if (readRunFile(workspace, id, CONFIG_FILE, Kind) === 'text') throw runReadsTexts(id);
  const config = readRunFile(workspace, id, CONFIG_FILE, RunConfig);
  const vocabulary = readRunFile(workspace, id, VOCABULARY_FILE, Vocabulary);
  const other = FIELDS.find(
    (field) => (config.encoder.sizes[field] ?? fieldSize(vocabulary, field)) !== fieldSize(vocabulary, field),
  );
  if (other) throw runDamaged(id, VOCABULARY_FILE, 'other-run');
  return { ...config, vocabulary };
}

/** Saves the trained weights. */
export function writeWeights(workspace: string, id: string, weights: Weights): void {
  writeSafetensors(weightsFile(workspace, id), arraysOf(weights), { format: 'portrait' });
}

/** Deletes all files of a run. */
export function removeRunFolder(workspace: string, id: string): void {
  rmSync(modelFolder(workspace, id), { recursive: true, force: true });
}

/** Deletes the checkpoints of a run that is in the store and no longer needs them. */
export function deleteCheckpoints(workspace: string, id: string): void {
  rmSync(join(modelFolder(workspace, id), 'checkpoints'), { recursive: true, force: true });
}

/** Loads a finished run. Throws RUN_NOT_FOUND, RUN_UNFINISHED, RUN_DAMAGED and MODEL_DAMAGED. */
export async function loadRun(workspace: string, id: string): Promise<Run> {
  const config = readRunConfig(workspace, id);
  const file = weightsFile(workspace, id);
  if (!existsSync(file)) throw runUnfinished(id);
  await startBackend();
  const weights = weightsOf(readModel(file, config.encoder));
  return { id, ...config, weights, dispose: () => disposeWeights(weights) };
}

export function arraysOf(weights: Weights, prefix = ''): Record<string, NamedArray> {
  const entries = Object.entries(weights);
  return Object.fromEntries(
    entries.map(([name, weight]) => [
      prefix + name,
      { shape: weight.shape, data: Float32Array.from(weight.dataSync()) },
    ]),
  );
}

/** Returns the weights whose names begin with the prefix. */
export function weightsOf(arrays: Readonly<Record<string, NamedArray>>, prefix = ''): Weights {
  const entries = Object.entries(arrays).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(
    entries.map(([name, { data, shape }]) => [name.slice(prefix.length), variableOf(data, shape)]),
  );
}
