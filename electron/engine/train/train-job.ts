import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { startBackend } from '../model/backends/index.ts';
import { dataChanged } from '../runs/data-changed.ts';
import { dataHash } from '../runs/data-hash.ts';
import { dropCheckpoints, hasConfig, nextRun, readRunConfig, writeRunConfig, writeTrained } from '../runs/run-files.ts';
import { trainCommand, writeRecord } from '../runs/run-record.ts';
import { insertRun, listRuns } from '../store/models/runs.ts';
import { readDataset } from './dataset.ts';
import { restoreBest } from './loop/checkpoint.ts';
import type { TrainEnd } from './loop/train-run.ts';
import { configureFor, parametersOf } from './new-run.ts';
import { learn } from './run-training.ts';

/**
 * Pre-trains a run and keeps it: configuration, vocabulary, weights, curve, and its row in the store. A training that was
 * interrupted, at whatever moment, goes on from its last checkpoint to the same weights; one that had ended is only told of.
 */
export const trainJob: JobFunction<Parsed<'train.start'>, Output<'train.start'>> = async (input, context) => {
  const { db, path } = context.workspace;
  const { name: backend, description: device } = await startBackend();
  const id = input.resume ?? context.remembered.run ?? nextRun(path);
  const kept = listRuns(db).find((row) => row.id === id);
  if (kept) {
    dropCheckpoints(path, id);
    return kept.summary;
  }
  const { config, dataset, data } = begin(id, input, context);
  return learn({ id, config, dataset }, context, ({ end, weights, workers, validate }) => {
    if (config.train.patience > 0) restoreBest(path, id, weights, end.state);
    writeTrained(path, id, weights);
    const parameters = parametersOf(weights);
    const summary = { run: id, backend, device, parameters, ...told(end), validation: validate() };
    const { users, time } = dataset.histories;
    const seen = { hash: data, users: users.length, events: time.length };
    writeRecord(context.workspace, { ...summary, workers }, config.train, seen, trainCommand(config.train));
    insertRun(db, summary, config.train, { data });
    dropCheckpoints(path, id);
    return summary;
  });
};

/** A new run's configuration, kept, or that of one that goes on. Throws RUN_NOT_FOUND, DATA_CHANGED, NO_EVENTS and more. */
function begin(id: string, { config, resume }: Parsed<'train.start'>, { workspace, remember }: JobContext) {
  const { db, path } = workspace;
  const begun = resume !== undefined || hasConfig(path, id) ? readRunConfig(path, id) : null;
  const settings = begun?.train ?? TrainConfig.parse(config);
  const dataset = readDataset(db, settings);
  const data = dataHash(db, dataset.histories);
  if (begun) {
    if ((begun.data ?? data) !== data) throw dataChanged(id);
    return { config: begun, dataset, data };
  }
  const { vocabulary, ...fresh } = configureFor(db, settings, dataset, data);
  remember({ run: id });
  writeRunConfig(path, id, fresh, vocabulary);
  return { config: { ...fresh, vocabulary }, dataset, data };
}

function told({ state, endedBy }: TrainEnd) {
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
