import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { startBackend } from '../model/backends/index.ts';
import { dataChanged } from '../runs/data-changed.ts';
import { dataHash } from '../runs/data-hash.ts';
import {
  deleteCheckpoints,
  hasConfig,
  nextRun,
  readRunConfig,
  writeRunConfig,
  writeWeights,
} from '../runs/run-files.ts';
import { trainCommand, writeRecord } from '../runs/run-record.ts';
import { insertRun, listRuns } from '../store/models/runs.ts';
import { readDataset } from './dataset.ts';
import { restoreBest } from './loop/checkpoint.ts';
import type { TrainEnd } from './loop/train-run.ts';
import { configureFor, parameterCount } from './new-run.ts';
import { runTraining } from './run-training.ts';

/**
 * Pre-trains a run and saves its configuration, vocabulary, weights, learning curve and its row in the store. A
 * training interrupted at any moment resumes from its last checkpoint and produces the same weights; if it has already
 * finished, its summary is returned.
 */
export const trainJob: JobFunction<Parsed<'train.start'>, Output<'train.start'>> = async (input, context) => {
  const { db, path } = context.workspace;
  const { name: backend, description: device } = await startBackend();
  const id = input.resume ?? context.remembered.run ?? nextRun(path);
  const existingRun = listRuns(db).find((row) => row.id === id);
  if (existingRun) {
    deleteCheckpoints(path, id);
    return existingRun.summary;
  }
  const { config, dataset, data } = prepareRun(id, input, context);
  return runTraining({ id, config, dataset }, context, ({ end, weights, workers, validate }) => {
    if (config.train.patience > 0) restoreBest(path, id, weights, end.state);
    writeWeights(path, id, weights);
    const parameters = parameterCount(weights);
    const summary = { run: id, backend, device, parameters, ...trainingFigures(end), validation: validate() };
    const { users, time } = dataset.histories;
    const dataSummary = { hash: data, users: users.length, events: time.length };
    writeRecord(context.workspace, { ...summary, workers }, config.train, dataSummary, trainCommand(config.train));
    insertRun(db, summary, config.train, { data });
    deleteCheckpoints(path, id);
    return summary;
  });
};

/**
 * Returns the saved configuration of a resumed run, or creates and saves that of a new one. Throws RUN_NOT_FOUND,
 * DATA_CHANGED, NO_EVENTS and more.
 */
function prepareRun(id: string, { config, resume }: Parsed<'train.start'>, { workspace, remember }: JobContext) {
  const { db, path } = workspace;
  const existingConfig = resume !== undefined || hasConfig(path, id) ? readRunConfig(path, id) : null;
  const settings = existingConfig?.train ?? TrainConfig.parse(config);
  const dataset = readDataset(db, settings);
  const data = dataHash(db, dataset.histories);
  if (existingConfig) {
    if ((existingConfig.data ?? data) !== data) throw dataChanged(id);
    return { config: existingConfig, dataset, data };
  }
  const { vocabulary, ...newConfig } = configureFor(db, settings, dataset, data);
  remember({ run: id });
  writeRunConfig(path, id, newConfig, vocabulary);
  return { config: { ...newConfig, vocabulary }, dataset, data };
}

function trainingFigures({ state, endedBy }: TrainEnd) {
  const { step, events, tokens, padding, seconds, epoch, bestEpoch } = state;
  return {
    steps: step,
    events,
    seconds,
    eventsPerSecond: events / seconds,
    tokens,
    tokensPerSecond: tokens / seconds,
    padding: padding / (tokens + padding),
    epochs: epoch,
    bestEpoch,
    endedBy,
  };
}
