import * as tf from '@tensorflow/tfjs';
import type { HeadConfig } from '../../../../../shared/domain/head-config.ts';
import { Random } from '../../../../../shared/domain/random.ts';
import { PortraitError } from '../../../../../shared/errors.ts';
import type { EncoderConfig } from '../../../model/config.ts';
import { disposeWeights, variableOf, type Weights } from '../../../model/weights.ts';
import { lengthBuckets } from '../../../sequence/batches.ts';
import { Adam, learningRate } from '../../loop/optimiser.ts';
import { balancedWeights, type Labels, onScale, scaled, scaleOf } from '../labels/labels.ts';
import { lossAndGradient } from '../labels/losses.ts';
import type { Split } from '../split.ts';
import { type HeadModel, headScores, newHead } from './head.ts';
import { lengthOf, type Sample, type Samples } from './samples.ts';
import { scoreSamples } from './score.ts';

export interface HeadHooks {
  checkCancelled(): void;
  /** Before the linear model on counts is learnt. */
  onLinear?(): void;
  /** After each step: the share of all epochs that lies behind, and the mean loss of the batch. */
  onStep?(share: number, loss: number): void;
}

/** One entry an epoch: mean losses of the training and of the validation rows (NaN where there are none). */
export interface HeadCurve {
  readonly training: number[];
  readonly validation: number[];
}

export interface Lesson {
  readonly samples: Samples;
  readonly labels: Labels;
  readonly split: Pick<Split, 'training' | 'validation'>;
  readonly config: HeadConfig;
}

const CLIP_NORM = 1;
const WARMUP = 0.1;
/** Windows of one sample that a step reads: of longer histories others each time. */
const WINDOWS = 4;
const ORDER_STREAMS = 1_000_000_000;
const WINDOW_STREAMS = 2_000_000_000;

/**
 * Trains a new head on a copy of an encoder, and the encoder with it but for its frozen parts. Keeps the weights of the epoch
 * with the least validation loss; where samples have offsets it begins with saying nothing beside them, and stays there if no
 * epoch does better. The same for behaviours and texts: `samples` and `labels` are all it knows. The caller
 * disposes of the model. Throws TRAINING_DIVERGED and what `checkCancelled` throws.
 */
export function trainHead(
  start: { readonly encoder: EncoderConfig; readonly weights: Weights },
  { samples, labels, split, config }: Lesson,
  hooks: HeadHooks,
): { model: HeadModel; curve: HeadCurve } {
  const { encoder } = start;
  const scale = scaleOf(labels, split.training);
  const wanted = scaled(labels, scale);
  const shape = { hidden: config.hidden, outputs: labels.names.length };
  const weights = {
    ...copied(start.weights),
    ...newHead(encoder.width, samples.facts, shape, new Random(config.seed)),
  };
  const model = { encoder, weights, scale };
  if (samples.of(split.training[0]!).offset) clear(weights['task.output.weight']!);
  const learnt = Object.fromEntries(Object.entries(weights).filter(([name]) => learns(name, config.frozen)));
  const adam = new Adam(learnt);
  const costs = config.classWeights === 'balanced' ? balancedWeights(labels, split.training) : null;
  const curve: HeadCurve = { training: [], validation: [] };
  let best = { loss: Number.POSITIVE_INFINITY, epoch: 0, kept: new Map<string, Float32Array>() };
  try {
    if (samples.of(split.training[0]!).offset) {
      const held = validationLoss(model, samples, wanted, split.validation, costs, hooks.checkCancelled);
      best = { loss: held, epoch: -1, kept: snapshot(learnt) };
    }
    const steps = Math.ceil(split.training.length / config.batchSize);
    for (let epoch = 0; epoch < config.epochs; epoch++) {
      let loss = 0;
      for (const [b, rows] of epochBatches(samples, split.training, config, epoch).entries()) {
        hooks.checkCancelled();
        const share = (epoch + b / steps) / config.epochs;
        const part = Array.from(rows, (row) =>
          someWindows(samples.of(row), new Random(config.seed, windowStream(epoch, row))),
        );
        const rate = learningRate(share, { learningRate: config.learningRate, warmup: WARMUP, decay: 'linear' });
        const seed = new Random(config.seed, epoch * steps + b).bits();
        const mean = trainStep(model, learnt, adam, part, { labels: wanted, rows, costs }, { config, rate, seed });
        if (!Number.isFinite(mean)) throw diverged();
        loss += (mean * rows.length) / split.training.length;
        hooks.onStep?.(share, mean);
      }
      const held = validationLoss(model, samples, wanted, split.validation, costs, hooks.checkCancelled);
      curve.training.push(loss);
      curve.validation.push(held);
      if (!(held >= best.loss)) best = { loss: held, epoch, kept: snapshot(learnt) };
      if (config.patience > 0 && epoch - best.epoch >= config.patience) break;
    }
    restore(learnt, best.kept);
    return { model, curve };
  } catch (error) {
    disposeWeights(weights);
    throw error;
  } finally {
    adam.dispose();
  }
}

const windowStream = (epoch: number, row: number) => (WINDOW_STREAMS + epoch * 1_000_003 + row) | 0;

/** Whether a weight is trained: not those of the question that pre-training asked, nor those of frozen parts. */
function learns(name: string, frozen: number): boolean {
  if (name.startsWith('task.')) return true;
  if (name.startsWith('embeddings.')) return frozen < 1;
  const layer = /^layer\.(\d+)\./.exec(name);
  return layer !== null && Number(layer[1]) + 1 >= frozen;
}

/** Training rows in random batches, those with as many windows together. */
function epochBatches(
  samples: Samples,
  rows: Int32Array,
  { batchSize, seed }: HeadConfig,
  epoch: number,
): Int32Array[] {
  const random = new Random(seed, ORDER_STREAMS + epoch);
  const order = rows.slice();
  random.shuffle(order);
  const lengths = order.map((row) => lengthOf(samples.of(row)));
  const batches = lengthBuckets(Int32Array.from(order.keys()), lengths, batchSize);
  random.shuffle(batches);
  return batches.map((batch) => batch.map((i) => order[i]!));
}

function someWindows(sample: Sample, random: Random): Sample {
  if (sample.windows.length <= WINDOWS) return sample;
  const windows = [...sample.windows];
  random.shuffle(windows);
  return { ...sample, windows: windows.slice(0, WINDOWS) };
}

interface Answers {
  readonly labels: Labels;
  readonly rows: Int32Array;
  readonly costs: Float64Array | null;
}

function trainStep(
  model: HeadModel,
  learnt: Weights,
  adam: Adam,
  samples: readonly Sample[],
  answers: Answers,
  { config, rate, seed }: { config: HeadConfig; rate: number; seed: number },
): number {
  return tf.tidy(() => {
    const variables = Object.values(learnt);
    const loss = () => meanLoss(headScores(model, samples, { seed, dropout: config.dropout }), answers);
    const { value, grads } = tf.variableGrads(loss, variables);
    const gradients = Object.fromEntries(Object.entries(learnt).map(([name, weight]) => [name, grads[weight.name]!]));
    adam.apply(learnt, gradients, rate, CLIP_NORM, config.weightDecay);
    return value.dataSync()[0]!;
  });
}

/** The mean loss as a tensor. Its gradient is computed with it, on the few scores that a head gives. */
function meanLoss(scores: tf.Tensor2D, { labels, rows, costs }: Answers): tf.Scalar {
  const loss = tf.customGrad((x, save) => {
    const values = (x as tf.Tensor2D).dataSync<'float32'>();
    const slopes = new Float32Array(values.length);
    const sum = lossAndGradient(labels, rows, values, slopes, costs);
    (save as tf.GradSaveFunc)([
      tf.tensor2d(
        slopes.map((slope) => slope / rows.length),
        scores.shape,
      ),
    ]);
    return {
      value: tf.scalar(sum / rows.length),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => saved[0]!.mul(dy),
    };
  });
  return loss(scores).asScalar();
}

function validationLoss(
  model: HeadModel,
  samples: Samples,
  labels: Labels,
  rows: Int32Array,
  costs: Float64Array | null,
  checkCancelled: () => void,
): number {
  if (rows.length === 0) return Number.NaN;
  const scores = onScale(scoreSamples(model, samples, rows, checkCancelled), model.scale);
  return lossAndGradient(labels, rows, scores, scores.slice(), costs) / rows.length;
}

function copied(weights: Weights): Weights {
  const entries = Object.entries(weights).filter(([name]) => !name.startsWith('task.'));
  return Object.fromEntries(
    entries.map(([name, weight]) => [name, variableOf(Float32Array.from(weight.dataSync()), weight.shape)]),
  );
}

const snapshot = (weights: Weights) =>
  new Map(Object.entries(weights).map(([name, weight]) => [name, Float32Array.from(weight.dataSync())]));

function clear(weight: tf.Variable): void {
  tf.tidy(() => weight.assign(tf.zeros(weight.shape)));
}

function restore(weights: Weights, kept: ReadonlyMap<string, Float32Array>): void {
  tf.tidy(() => {
    for (const [name, values] of kept) weights[name]!.assign(tf.tensor(values, weights[name]!.shape));
  });
}

function diverged(): PortraitError {
  return new PortraitError({
    code: 'TRAINING_DIVERGED',
    message: 'The training of the head came apart: its loss is no longer a number.',
    hint: 'Train again with a lower learning rate.',
  });
}
