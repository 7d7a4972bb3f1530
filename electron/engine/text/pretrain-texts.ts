import * as tf from '@tensorflow/tfjs';
import { Random } from '../../../shared/domain/random.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { turn } from '../model/backends/yield-to-event-loop.ts';
import type { EncoderConfig } from '../model/config.ts';
import { encodeRows } from '../model/encoder.ts';
import { expectedOf } from '../model/heads.ts';
import { tokenLoss } from '../model/token-loss.ts';
import type { Weights } from '../model/weights.ts';
import { lengthBuckets, padBatch, type Sequence } from '../sequence/batches.ts';
import { type Adam, learningRate } from '../train/loop/optimiser.ts';
import type { TrainState } from '../train/loop/train-state.ts';
import { type MaskedText, maskWords } from './masked-words.ts';

/** A text model that learns: `target` is the field whose hidden tokens are asked for. */
export interface TextLearner {
  readonly encoder: EncoderConfig;
  readonly train: TrainConfig;
  readonly target: string;
  readonly weights: Weights;
}

/** What a pre-training tells of itself. */
export interface PretrainHooks {
  checkCancelled(): void;
  onStep(state: TrainState, total: number, loss: number): void;
  /** After each epoch, with its mean loss in nats. */
  onEpoch(state: TrainState, loss: number): void;
  /** Where the training could go on from. */
  onCheckpoint(state: TrainState): void;
}

const ORDER_STREAMS = 1_000_000_000;

/**
 * Pre-trains an encoder on texts by masked words, in place, on from a state to the end. All random choices follow from the
 * seed, the epoch and the step, so a training that was resumed ends as if it had not been interrupted. Throws TRAINING_DIVERGED.
 */
export async function pretrainTexts(
  training: TextLearner & { readonly adam: Adam },
  texts: readonly Sequence[],
  from: TrainState,
  hooks: PretrainHooks,
): Promise<TrainState> {
  const { epochs, checkpointSteps } = training.train;
  const started = performance.now() - from.seconds * 1000;
  const state = { ...from };
  while (state.epoch < epochs) {
    const batches = batchesOf(texts, state.epoch, training.train);
    const total = epochs * batches.length;
    for (const batch of batches.slice(state.batch)) {
      hooks.checkCancelled();
      const own = batch.map((i) => texts[i]!);
      const loss = pretrainStep(training, own, state.step, state.step / total);
      await turn();
      state.batch++;
      state.step++;
      state.events += own.length;
      state.tokens += own.reduce((sum, { segment }) => sum + segment.length, 0);
      state.loss += loss;
      state.seconds = (performance.now() - started) / 1000;
      hooks.onStep(state, total, loss);
      const due = checkpointSteps > 0 && state.step % checkpointSteps === 0;
      if (due && state.batch < batches.length) hooks.onCheckpoint(state);
    }
    const loss = state.loss / batches.length;
    Object.assign(state, { epoch: state.epoch + 1, batch: 0, loss: 0 });
    hooks.onEpoch(state, loss);
    hooks.onCheckpoint(state);
  }
  return state;
}

/** An epoch's texts by their places, those of like length together, in an order that the seed and the epoch tell. */
function batchesOf(texts: readonly Sequence[], epoch: number, { seed, batchSize }: TrainConfig): number[][] {
  const random = new Random(seed, ORDER_STREAMS + epoch);
  const order = Int32Array.from(texts.keys());
  random.shuffle(order);
  const lengths = Int32Array.from(texts, ({ segment }) => segment.length);
  const batches = lengthBuckets(order, lengths, batchSize);
  random.shuffle(batches);
  return batches.map((batch) => [...batch]);
}

function pretrainStep(
  { encoder, train, target, weights, adam }: TextLearner & { readonly adam: Adam },
  texts: readonly Sequence[],
  step: number,
  progress: number,
): number {
  const random = new Random(train.seed, step);
  const masked = texts.map((text) => maskWords(text, target, train.maskShare, random));
  if (masked.every(({ at }) => at.length === 0)) return 0;
  const learnt = Object.entries(weights).filter(([name]) => isLearnt(name, target));
  const loss = tf.tidy(() => {
    const { value, grads } = tf.variableGrads(
      () => maskedLoss({ encoder, target, weights, smoothing: train.labelSmoothing }, masked, random.bits()),
      learnt.map(([, weight]) => weight),
    );
    const gradients = Object.fromEntries(learnt.map(([name, weight]) => [name, grads[weight.name]!]));
    adam.apply(weights, gradients, learningRate(progress, train), train.clipNorm, train.weightDecay);
    return value.dataSync()[0]!;
  });
  if (Number.isFinite(loss)) return loss;
  throw new PortraitError({
    code: 'TRAINING_DIVERGED',
    message: `The training came apart at step ${step + 1}: its loss is no longer a number.`,
    hint: 'Train again with a lower learning rate or a longer warm-up.',
    details: { step: step + 1 },
  });
}

interface Asked extends Pick<TextLearner, 'encoder' | 'target' | 'weights'> {
  readonly smoothing: number;
}

/** Mean cross-entropy of the hidden tokens in nats; with dropout where a seed is given. */
export function maskedLoss(
  { encoder, target, weights, smoothing }: Asked,
  masked: readonly MaskedText[],
  dropoutSeed?: number,
): tf.Scalar {
  const batch = padBatch(masked.map(({ sequence }) => sequence));
  const rows = masked.flatMap(({ at }, row) => at.map((place) => row * batch.length + place));
  const targets = masked.flatMap((text) => text.targets);
  const options = dropoutSeed === undefined ? {} : { dropoutSeed };
  const asked = encodeRows(encoder, weights, batch, Int32Array.from(rows), options);
  return tokenLoss(weights, target, expectedOf(encoder, weights, asked), tf.tensor1d(targets, 'int32'), smoothing);
}

/** Not the biases of fields that are not asked for, nor what a head on top would learn. */
const isLearnt = (name: string, target: string) =>
  !name.startsWith('pooler') &&
  !name.startsWith('task.') &&
  (!name.startsWith('head.bias.') || name === `head.bias.${target}`);
