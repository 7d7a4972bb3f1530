import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobFunction } from '../jobs/context.ts';
import { dataHash } from '../runs/data-hash.ts';
import { readRunConfig, writeRunConfig } from '../runs/run-files.ts';
import { trainCommand } from '../runs/run-record.ts';
import { behaviourTraining } from './behaviours/behaviour-training.ts';
import { readDataset } from './dataset.ts';
import { configureFor } from './new-run.ts';
import { pretrainRun } from './pretrain-run.ts';

/** Pre-trains a run on the workspace's behaviours. Throws RUN_NOT_FOUND, DATA_CHANGED, NO_EVENTS and more. */
export const trainJob: JobFunction<Parsed<'train.start'>, Output<'train.start'>> = (input, context) =>
  pretrainRun(input.resume, context, (id, isSaved) => {
    const { db, path } = context.workspace;
    const savedConfig = isSaved ? readRunConfig(path, id) : null;
    const settings = savedConfig?.train ?? TrainConfig.parse(input.config);
    const dataset = readDataset(db, settings);
    const hash = dataHash(db, dataset.histories);
    const { vocabulary, ...config } = savedConfig ?? configureFor(db, settings, dataset, hash);
    const { users, time } = dataset.histories;
    return {
      settings,
      data: { hash, users: users.length, events: time.length },
      savedHash: savedConfig?.data,
      command: trainCommand(settings),
      save: () => writeRunConfig(path, id, config, vocabulary),
      training: () => behaviourTraining(db, { ...config, vocabulary }, dataset),
    };
  });
