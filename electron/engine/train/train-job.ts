import * as tf from '@tensorflow/tfjs';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { startWasm } from '../model/kernels/register.ts';
import { encode } from '../sequence/encode.ts';
import { insertRun } from '../store/runs.ts';
import { type Dataset, readDataset } from './dataset.ts';
import { disposeTraining, loadCheckpoint, saveCheckpoint } from './loop/checkpoint.ts';
import { appendEpoch, cutCurve } from './loop/curve.ts';
import { train } from './loop/train-run.ts';
import { configure, parametersOf, untrained } from './new-run.ts';
import { nextRun, readRunConfig, writeRunConfig, writeTrained } from './run-files.ts';
import { validator } from './validate.ts';

/**
 * Pre-trains a run and keeps it: configuration, vocabulary, weights, curve, and its row in the store. A training that was
 * interrupted goes on from its last checkpoint (one an epoch).
 */
export const trainJob: JobFunction<Parsed<'train.start'>, Output<'train.start'>> = async (input, context) => {
  const { workspace } = context;
  await startWasm();
  const resumed = input.resume ?? context.remembered.run;
  const id = resumed ?? nextRun(workspace.path);
  const known = resumed ? readRunConfig(workspace.path, id) : null;
  const settings = known?.train ?? TrainConfig.parse(input.config);
  const dataset = readDataset(workspace.db, settings);
  const config = known ?? newRun(id, dataset, settings, context);
  context.remember({ run: id });

  const behaviours = encode(dataset.histories, config.vocabulary);
  const training = loadCheckpoint(workspace.path, id) ?? untrained(config);
  context.log(
    `${id}: ${config.encoder.layers} layers, ${parametersOf(training.weights)} parameters, from epoch ${training.state.epoch}`,
  );
  cutCurve(workspace.path, id, training.state.epoch);
  const validate = validator(dataset, behaviours, config, training.weights);
  try {
    const state = train({ config, behaviours, trainEnd: dataset.split.trainEnd, ...training }, training.state, {
      progress: context.progress,
      checkCancelled: context.checkCancelled,
      onEpoch(at, loss) {
        const validation = validate();
        const validationLoss = validation.loss ?? null;
        const { epoch, step, events, seconds } = at;
        appendEpoch(workspace.path, id, { epoch, step, events, seconds, loss, validationLoss, validation });
        context.log(`epoch ${epoch}: loss ${loss.toFixed(4)}, validation ${validationLoss?.toFixed(4) ?? 'none'}`);
        saveCheckpoint(workspace.path, id, training.weights, training.adam, at);
        return validationLoss;
      },
    });
    writeTrained(workspace.path, id, training.weights);
    const summary = {
      run: id,
      backend: tf.getBackend(),
      parameters: parametersOf(training.weights),
      steps: state.step,
      events: state.events,
      seconds: state.seconds,
      eventsPerSecond: state.events / state.seconds,
      validation: validate(),
    };
    insertRun(workspace.db, summary, config.train);
    return summary;
  } finally {
    disposeTraining(training);
  }
};

function newRun(id: string, dataset: Dataset, train: TrainConfig, { workspace }: JobContext) {
  const { vocabulary, ...config } = configure(train, dataset);
  writeRunConfig(workspace.path, id, config, vocabulary);
  return { ...config, vocabulary };
}
