import * as tf from '@tensorflow/tfjs';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { Random } from '../../../shared/domain/random.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { EncoderConfig } from '../model/config.ts';
import { startWasm } from '../model/kernels/register.ts';
import { initialWeights, type Weights, weightShapes } from '../model/weights.ts';
import { type Behaviours, buildVocabulary, encode } from '../sequence/encode.ts';
import { FIELDS } from '../sequence/fields.ts';
import { fieldSize, type Vocabulary } from '../sequence/vocabulary.ts';
import { insertRun } from '../store/runs.ts';
import { type Dataset, heldOut, readDataset, trainingPart } from './dataset.ts';
import { rankingMetrics } from './evaluate/metrics.ts';
import { modelScorer, rankAll } from './evaluate/rank.ts';
import { disposeTraining, loadCheckpoint, saveCheckpoint, startState } from './loop/checkpoint.ts';
import { appendEpoch, cutCurve } from './loop/curve.ts';
import { Adam } from './loop/optimiser.ts';
import { train } from './loop/train-run.ts';
import { refuseSingles, targetField } from './objective/targets.ts';
import { nextRun, type RunConfig, readRunConfig, writeRunConfig, writeTrained } from './run-files.ts';

/** Users asked after each epoch: enough for a steady curve, few enough to cost little. */
const VALIDATION_USERS = 400;

/**
 * Pre-trains a run and keeps it: configuration, vocabulary, weights, curve, and its row in the store. A training that was
 * interrupted goes on from its last checkpoint (one an epoch).
 */
export const trainJob: JobFunction<Parsed<'train.start'>, Output<'train.start'>> = async (input, context) => {
  const { workspace } = context;
  await startWasm();
  const dataset = readDataset(workspace.db);
  const resumed = input.resume ?? context.remembered.run;
  const id = resumed ?? nextRun(workspace.path);
  const config = resumed
    ? readRunConfig(workspace.path, id)
    : newRun(id, dataset, TrainConfig.parse(input.config), context);
  context.remember({ run: id });

  const behaviours = encode(dataset.histories, config.vocabulary);
  const training = loadCheckpoint(workspace.path, id) ?? fresh(config);
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
  refuseSingles(dataset);
  const vocabulary = buildVocabulary(trainingPart(dataset), dataset.time, train.minCount);
  const config = { train, encoder: encoderFor(train, vocabulary), target: targetField(vocabulary) };
  writeRunConfig(workspace.path, id, config, vocabulary);
  return { ...config, vocabulary };
}

function encoderFor(train: TrainConfig, vocabulary: Vocabulary): EncoderConfig {
  const sizes = Object.fromEntries(FIELDS.map((field) => [field, fieldSize(vocabulary, field)]));
  const { width, layers, heads, length, norm, dropout } = train;
  const causal = train.objective === 'causal';
  return EncoderConfig.parse({ width, layers, heads, inner: 4 * width, length, norm, causal, dropout, sizes });
}

function fresh({ encoder, train }: RunConfig) {
  const weights = initialWeights(weightShapes(encoder), new Random(train.seed));
  return { weights, adam: new Adam(weights), state: startState };
}

function parametersOf(weights: Weights): number {
  return Object.values(weights).reduce((sum, weight) => sum + weight.size, 0);
}

/** Loss (nats) and ranking metrics on the validation targets of some users; empty where the data has no items. */
function validator(dataset: Dataset, behaviours: Behaviours, config: RunConfig, weights: Weights) {
  const held = config.target === 'item' ? heldOut(dataset, 'validation', VALIDATION_USERS) : [];
  const score = modelScorer(behaviours, config, weights);
  return (): Record<string, number> => {
    if (held.length === 0) return {};
    const { ranks, loss } = rankAll(behaviours, config, held, score);
    return { ...(Number.isFinite(loss) ? { loss } : {}), ...rankingMetrics(ranks) };
  };
}
