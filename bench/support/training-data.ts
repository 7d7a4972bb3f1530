import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EncoderConfig } from '../../electron/engine/model/config.ts';
import { encode } from '../../electron/engine/sequence/encode.ts';
import { FIELDS, FIRST_TOKEN } from '../../electron/engine/sequence/fields.ts';
import { inSharedMemory } from '../../electron/engine/sequence/shared-behaviours.ts';
import type { TrainingData } from '../../electron/engine/train/behaviours/epoch-batches.ts';
import { readDataset } from '../../electron/engine/train/dataset.ts';
import { configure } from '../../electron/engine/train/new-run.ts';
import { Random } from '../../shared/domain/random.ts';
import { TrainConfig } from '../../shared/domain/train-config.ts';
import { EPOCHS } from './epoch.ts';
import { inWorkspace } from './in-workspace.ts';
import { SIZES } from './training-step.ts';

/** Masked modelling as in BERT: 15 % of the events, and whole windows. */
const MASKED = { epochs: EPOCHS, maskShare: 0.15, nextShare: 0, dropout: 0.1 } satisfies Partial<TrainConfig>;

/** Sequences of 100 positions each, in batches of 32, of random events. */
export function denseTrainingData(width: number): TrainingData {
  const [sequences, length] = [512, 100];
  const events = length - 2; // [CLS] opens and [SEP] closes
  const random = new Random(2);
  const column = (size: number) =>
    Int32Array.from({ length: sequences * events }, () => FIRST_TOKEN + random.integer(size - FIRST_TOKEN));
  const tokens = { ...Object.fromEntries(FIELDS.map((field) => [field, column(SIZES[field])])) };
  const offsets = Int32Array.from({ length: sequences + 1 }, (_, i) => i * events);
  const session = Int32Array.from({ length: sequences * events }, (_, i) => Math.floor(i / events));
  const users = Int32Array.from({ length: sequences }, (_, i) => i);
  const train = TrainConfig.parse({ ...MASKED, width, length, batchSize: 32 });
  const { layers, heads, dropout } = train;
  const encoder = EncoderConfig.parse({ width, layers, heads, inner: 4 * width, length, dropout, sizes: SIZES });
  return {
    config: { train, encoder, target: 'item' },
    behaviours: inSharedMemory({ users, offsets, tokens: tokens as TrainingData['behaviours']['tokens'], session }),
    trainEnd: offsets.slice(1),
  };
}

/** Returns the training data of a run on some files of `shared/data`; the folder can be set by the environment. */
export function trainingDataOf(
  folder: string,
  files: readonly { file: string; preset?: string }[],
  settings: Partial<TrainConfig>,
) {
  const data = process.env.BENCH_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
  return inWorkspace(async (client, workspace): Promise<TrainingData> => {
    await client.run('ingest.run', {
      files: files.map((entry) => ({ ...entry, file: resolve(data, folder, entry.file) })),
    });
    const train = TrainConfig.parse({ ...MASKED, ...settings });
    const dataset = readDataset(workspace().db, train);
    const config = configure(train, dataset);
    const behaviours = inSharedMemory(encode(dataset.histories, config.vocabulary));
    return { config, behaviours, trainEnd: dataset.split.trainEnd };
  });
}
