import * as tf from '@tensorflow/tfjs';
import type { Progress } from '../../../../shared/contract/jobs.ts';
import { Random } from '../../../../shared/domain/random.ts';
import type { Weights } from '../../model/weights.ts';
import { lengthBuckets } from '../../sequence/batches.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import type { Example } from '../objective/example.ts';
import { exampleOf } from '../objective/objective.ts';
import { lossOf, type Question, questionOf } from '../objective/pass.ts';
import type { RunConfig } from '../run-files.ts';
import type { TrainState } from './checkpoint.ts';
import { type Adam, learningRate } from './optimiser.ts';

/** What a training is told of its surroundings. */
export interface TrainHooks {
  progress(progress: Progress): void;
  checkCancelled(): void;
  /** Asked after each step, and after each epoch's `onEpoch`: whether that is enough, before the end. */
  enough?(state: TrainState): boolean;
  /** After each epoch: mean training loss of it; gives the validation loss, null where there is none. */
  onEpoch(state: TrainState, trainingLoss: number): number | null;
}

interface Training {
  readonly config: RunConfig;
  readonly behaviours: Behaviours;
  /** Where each history's training part ends. */
  readonly trainEnd: Int32Array;
  readonly weights: Weights;
  readonly adam: Adam;
}

/** Batches whose examples are sorted by length together. */
const BLOCK = 16;
/** Random streams of epochs' orders begin here, away from those of single steps. */
const EPOCH_STREAMS = 1_000_000_000;

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
    for (const batch of epochBatches(training, histories, state.epoch)) {
      hooks.checkCancelled();
      state.seconds = (performance.now() - started) / 1000;
      const progress = Math.max(state.step / total, timeShare(config, state.seconds));
      const stepped = trainStep(training, batch, state.step, progress);
      loss += stepped.loss / perEpoch;
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
      if (hooks.enough?.(state)) return state;
    }
    state.epoch++;
    const validationLoss = hooks.onEpoch(state, loss);
    if (validationLoss === null || validationLoss < state.bestLoss) {
      Object.assign(state, { bestLoss: validationLoss ?? state.bestLoss, bestEpoch: state.epoch });
    }
    const { patience } = config.train;
    if (patience > 0 && state.epoch - state.bestEpoch >= patience) break;
    if (timeShare(config, state.seconds) >= 1 || hooks.enough?.(state)) break;
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

/**
 * An epoch's batches: one example of each history, drawn anew, those of like length together. Examples are drawn a block
 * at a time, so that memory does not grow with the number of users.
 */
function* epochBatches(training: Training, histories: Int32Array, epoch: number): Generator<Example[]> {
  const { batchSize, seed } = training.config.train;
  const random = new Random(seed, EPOCH_STREAMS + epoch);
  const order = histories.slice();
  random.shuffle(order);
  for (let start = 0; start < order.length; start += batchSize * BLOCK) {
    const block = order.subarray(start, start + batchSize * BLOCK);
    const examples = Array.from(block, (h) => exampleIn(training, h, epoch));
    const lengths = Int32Array.from(examples, ({ positions }) => positions.event.length);
    const batches = lengthBuckets(Int32Array.from(examples.keys()), lengths, batchSize, BLOCK);
    random.shuffle(batches);
    for (const batch of batches) yield Array.from(batch, (i) => examples[i]!);
  }
}

function exampleIn({ config, behaviours, trainEnd }: Training, h: number, epoch: number): Example {
  const random = new Random(config.train.seed, epoch * trainEnd.length + h);
  return exampleOf(behaviours, { from: behaviours.offsets[h]!, to: trainEnd[h]! }, config, random);
}

function trainStep({ config, weights, adam }: Training, examples: readonly Example[], step: number, progress: number) {
  const { clipNorm, weightDecay, seed } = config.train;
  const question = questionOf(examples);
  const rate = learningRate(progress, config.train);
  const loss = tf.tidy(() => {
    const { value, grads } = gradients(config, weights, question, new Random(seed, step).bits());
    adam.apply(weights, grads, rate, clipNorm, weightDecay);
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
