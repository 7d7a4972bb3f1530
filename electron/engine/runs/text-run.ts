import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import { writeJson } from '../files/write-file-atomic.ts';
import { startBackend } from '../model/backends/index.ts';
import { EncoderConfig } from '../model/config.ts';
import { readModel } from '../model/model-file.ts';
import { type NamedArray, writeSafetensors } from '../model/safetensors.ts';
import { disposeWeights, type Weights } from '../model/weights.ts';
import type { Sequence } from '../sequence/batches.ts';
import { sequenceEncoder, TextTokens } from '../sequence/text/text-tokens.ts';
import { runNotFound } from '../store/models/run-not-found.ts';
import { modelFolder } from '../store/workspace.ts';
import { readRunFile } from './read-run-file.ts';
import { readsNoTexts, runUnfinished } from './run-errors.ts';
import { weightsFile, weightsOf } from './run-files.ts';

/** Configuration of a run that reads texts. `target` is the field predicted in pre-training. */
const TextRunConfig = z.object({
  kind: z.literal('text'),
  train: TrainConfig,
  encoder: EncoderConfig,
  target: z.string(),
  /** Actions whose texts it was trained on; null for all. */
  actions: z.array(z.string()).nullable().default(null),
  data: z.string(),
});
export type TextRunConfig = z.infer<typeof TextRunConfig>;

/** A loaded text run. The caller disposes of it. */
export interface TextRun extends TextRunConfig {
  readonly id: string;
  readonly weights: Weights;
  readonly sequenceOf: (text: string) => Sequence;
  dispose(): void;
}

const fileIn = (workspace: string, id: string, name: string) => join(modelFolder(workspace, id), name);

/** Writes the files of a text run before training, the configuration last. */
export function writeNewTextRun(workspace: string, id: string, config: TextRunConfig, tokens: TextTokens): void {
  mkdirSync(fileIn(workspace, id, 'checkpoints'), { recursive: true });
  writeJson(fileIn(workspace, id, 'vocabulary.json'), tokens);
  writeJson(fileIn(workspace, id, 'config.json'), config);
}

/** Writes a text run's vocabulary, trained weights and configuration, the configuration last. */
export function writeTextRun(
  workspace: string,
  id: string,
  config: TextRunConfig,
  tokens: TextTokens,
  arrays: Readonly<Record<string, NamedArray>>,
): void {
  mkdirSync(modelFolder(workspace, id), { recursive: true });
  writeJson(fileIn(workspace, id, 'vocabulary.json'), tokens);
  writeSafetensors(weightsFile(workspace, id), arrays, { format: 'portrait' });
  writeJson(fileIn(workspace, id, 'config.json'), config);
}

/** Reads a text run's files except its weights. Throws RUN_NOT_FOUND, RUN_READS_NO_TEXTS and RUN_DAMAGED. */
export function readTextRun(workspace: string, id: string): { config: TextRunConfig; tokens: TextTokens } {
  if (!existsSync(fileIn(workspace, id, 'config.json'))) throw runNotFound(id);
  const { kind } = readRunFile(workspace, id, 'config.json', z.object({ kind: z.unknown().exactOptional() }));
  if (kind !== 'text') throw readsNoTexts(id);
  const config = readRunFile(workspace, id, 'config.json', TextRunConfig);
  return { config, tokens: readRunFile(workspace, id, 'vocabulary.json', TextTokens) };
}

/** Returns the function by which a run encodes a text as a sequence. */
export function readerOf({ encoder }: TextRunConfig, tokens: TextTokens): (text: string) => Sequence {
  return sequenceEncoder(tokens, encoder.length, encoder.sizes.word ?? 0);
}

/** Loads a run that reads texts. Throws the errors of `readTextRun`, RUN_UNFINISHED and MODEL_DAMAGED. */
export async function loadTextRun(workspace: string, id: string): Promise<TextRun> {
  const { config, tokens } = readTextRun(workspace, id);
  const { encoder } = config;
  const sequenceOf = readerOf(config, tokens);
  if (!existsSync(weightsFile(workspace, id))) throw runUnfinished(id);
  await startBackend();
  const weights = weightsOf(readModel(weightsFile(workspace, id), encoder));
  return { id, ...config, weights, sequenceOf, dispose: () => disposeWeights(weights) };
}
