import * as tf from '@tensorflow/tfjs';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import { PortraitError } from '../../../shared/errors.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { startWasm } from '../model/kernels/register.ts';
import { encode } from '../sequence/encode.ts';
import { insertRun, listRuns } from '../store/runs.ts';
import { dataHash } from './data-hash.ts';
import { readDataset } from './dataset.ts';
import { disposeTraining, loadCheckpoint, restoreBest, saveBest, saveCheckpoint } from './loop/checkpoint.ts';
import { appendEpoch, cutCurve } from './loop/curve.ts';
import { type TrainEnd, type TrainHooks, train } from './loop/train-run.ts';
import { configure, parametersOf, untrained } from './new-run.ts';
import { dropCheckpoints, hasConfig, nextRun, readRunConfig, writeRunConfig, writeTrained } from './run-files.ts';
import { validator } from './validate.ts';

/**
 * Pre-trains a run and keeps it: configuration, vocabulary, weights, curve, and its row in the store. A training that was
 * interrupted, at whatever moment, goes on from its last checkpoint to the same weights; one that had ended is only told of.
 */
export const trainJob: JobFunction<Parsed<'train.start'>, Output<'train.start'>> = async (input, context) => {
  const { db, path } = context.workspace;
  await startWasm();
  const id = input.resume ?? context.remembered.run ?? nextRun(path);
  const kept = listRuns(db).find((row) => row.id === id);
  if (kept) {
    dropCheckpoints(path, id);
    return kept.summary;
  }
  const { config, dataset, data } = begin(id, input, context);
  const behaviours = encode(dataset.histories, config.vocabulary);
  const lessons = { config, behaviours, trainEnd: dataset.split.trainEnd };
  const training = loadCheckpoint(path, id) ?? untrained(config, lessons);
  const { weights, adam, state } = training;
  const validate = validator(dataset, behaviours, config, weights);
  context.log(
    `${id}: ${config.encoder.layers} layers, ${parametersOf(weights)} parameters, from epoch ${state.epoch}, step ${state.step}`,
  );
  cutCurve(path, id, state.epoch);
  try {
    let validated = {};
    const hooks: TrainHooks = {
      progress: (progress) => context.progress({ ...progress, figures: { ...progress.figures, ...validated } }),
      checkCancelled: context.checkCancelled,
      onEpoch({ epoch, step, events, seconds }, loss) {
        const validation = validate();
        const validationLoss = validation.loss ?? null;
        validated = Object.fromEntries(
          Object.entries(validation).map(([name, value]) => [`validation.${name}`, value]),
        );
        appendEpoch(path, id, { epoch, step, events, seconds, loss, validationLoss, validation });
        context.log(`epoch ${epoch}: loss ${loss.toFixed(4)}, validation ${validationLoss?.toFixed(4) ?? 'none'}`);
        return validation;
      },
      onCheckpoint: (at) => saveCheckpoint(path, id, { weights, adam, state: at }),
    };
    if (config.train.patience > 0) hooks.onBest = (at) => saveBest(path, id, weights, at);
    const end = train({ ...lessons, weights, adam }, state, hooks);
    if (config.train.patience > 0) restoreBest(path, id, weights, end.state);
    writeTrained(path, id, weights);
    const summary = {
      run: id,
      backend: tf.getBackend(),
      parameters: parametersOf(weights),
      ...told(end),
      validation: validate(),
    };
    insertRun(db, summary, config.train, { data });
    dropCheckpoints(path, id);
    return summary;
  } finally {
    disposeTraining(training);
  }
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
  const { vocabulary, ...fresh } = { ...configure(settings, dataset), data };
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

function dataChanged(id: string): PortraitError {
  return new PortraitError({
    code: 'DATA_CHANGED',
    message: `The data has changed since the training of ${id} began: it cannot go on as if it had not been interrupted.`,
    hint: 'Start a new training.',
  });
}
