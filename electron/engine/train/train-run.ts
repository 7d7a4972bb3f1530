import * as tf from '@tensorflow/tfjs';
import type { Progress } from '../../../shared/contract/jobs.ts';
import { Random } from '../../../shared/domain/random.ts';
import type { Weights } from '../model/weights.ts';
import { lengthBuckets } from '../sequence/batches.ts';
import type { Behaviours } from '../sequence/encode.ts';
import type { TrainState } from './checkpoint.ts';
import { maskedExample } from './masking.ts';
import { type Adam, learningRate } from './optimiser.ts';
import { lossOf, type Question, questionOf } from './pass.ts';
import type { RunConfig } from './run-files.ts';

/** What a training is told of its surroundings. */
export interface TrainHooks {
  progress(progress: Progress): void;
  checkCancelled(): void;
  /** After each epoch: mean training loss of it; gives the validation loss. */
  onEpoch(state: TrainState, trainingLoss: number): number;
}

interface Training {
  readonly config: RunConfig;
  readonly behaviours: Behaviours;
  /** Where each history's training part ends. */
  readonly trainEnd: Int32Array;
  readonly weights: Weights;
  readonly adam: Adam;
}

/**
 * Trains from a state to the end, epoch by epoch. All random choices follow from the seed, the epoch and the step, so a
 * training that was resumed goes on as if it had not been interrupted.
 */
export function train(training: Training, from: TrainState, hooks: TrainHooks): TrainState {
  const { config } = training;
  const histories = trainable(training);
  const perEpoch = Math.ceil(histories.length / config.train.batchSize);
  const total = perEpoch * config.train.epochs;
  const started = performance.now() - from.seconds * 1000;
  const state = { ...from };
  for (; state.epoch < config.train.epochs; ) {
    let loss = 0;
    const batches = epochBatches(training, histories, state.epoch);
    for (const batch of batches) {
      hooks.checkCancelled();
      state.seconds = (performance.now() - started) / 1000;
      const progress = Math.max(state.step / total, timeShare(config, state.seconds));
      const stepped = trainStep(training, batch, state.step, progress);
      loss += stepped.loss / batches.length;
      state.step++;
      state.events += stepped.events;
      hooks.progress({
        stage: 'train.steps',
        done: Math.round(total * progress),
        total,
        unit: 'steps',
        figures: {
          loss: stepped.loss,
          rate: stepped.rate,
          eventsPerSecond: state.events / state.seconds,
          epoch: state.epoch + 1,
        },
      });
    }
    state.epoch++;
    const validationLoss = hooks.onEpoch(state, loss);
    if (validationLoss < state.bestLoss) Object.assign(state, { bestLoss: validationLoss, bestEpoch: state.epoch });
    const { patience } = config.train;
    if (patience > 0 && state.epoch - state.bestEpoch >= patience) break;
    if (timeShare(config, state.seconds) >= 1) break;
  }
  return state;
}

function timeShare({ train: { minutes } }: RunConfig, seconds: number): number {
  return minutes > 0 ? Math.min(1, seconds / (60 * minutes)) : 0;
}

/** Histories with at least two behaviours: one alone has nothing to be told from. */
function trainable({ behaviours: { offsets }, trainEnd }: Training): Int32Array {
  return Int32Array.from(trainEnd.keys()).filter((h) => trainEnd[h]! - offsets[h]! >= 2);
}

function epochBatches({ config, behaviours, trainEnd }: Training, histories: Int32Array, epoch: number): Int32Array[] {
  const random = new Random(config.train.seed, 1_000_000 + epoch);
  const order = histories.slice();
  random.shuffle(order);
  const lengths = trainEnd.map((end, h) => Math.min(config.encoder.length, end - behaviours.offsets[h]!));
  const batches = lengthBuckets(order, lengths, config.train.batchSize);
  random.shuffle(batches);
  return batches;
}

function trainStep(training: Training, batch: Int32Array, step: number, progress: number) {
  const { config, behaviours, trainEnd, weights, adam } = training;
  const { target, encoder, train: options } = config;
  const random = new Random(options.seed, step);
  const masking = { target, length: encoder.length, maskShare: options.maskShare, nextShare: options.nextShare };
  const examples = Array.from(batch, (h) =>
    maskedExample(behaviours, { from: behaviours.offsets[h]!, to: trainEnd[h]! }, masking, random),
  );
  const question = questionOf(examples);
  const rate = learningRate(progress, options.learningRate, options.warmup);
  const loss = tf.tidy(() => {
    const { value, grads } = gradients(config, weights, question, random.bits());
    adam.apply(weights, grads, rate, options.clipNorm);
    return value.dataSync()[0]!;
  });
  const events = examples.reduce((sum, { positions }) => sum + positions.event.filter((e) => e >= 0).length, 0);
  return { loss, rate, events };
}

/** Gradients of the loss, keyed like the weights; biases of fields that are not asked for have none. */
function gradients(config: RunConfig, weights: Weights, question: Question, dropoutSeed: number) {
  const used = Object.entries(weights).filter(
    ([name]) => !name.startsWith('head.bias.') || name === `head.bias.${config.target}`,
  );
  const variables = used.map(([, weight]) => weight);
  const { value, grads } = tf.variableGrads(() => lossOf(config, weights, question, dropoutSeed), variables);
  return { value, grads: Object.fromEntries(used.map(([name, weight]) => [name, grads[weight.name]!])) };
}
