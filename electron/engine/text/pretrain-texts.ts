import * as tf from '@tensorflow/tfjs';
import { Random } from '../../../shared/domain/random.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { PortraitError } from '../../../shared/errors.ts';
import type { EncoderConfig } from '../model/config.ts';
import { encodeRows } from '../model/encoder.ts';
import { predictEmbeddings } from '../model/heads.ts';
import { tokenLoss } from '../model/token-loss.ts';
import type { Weights } from '../model/weights.ts';
import { lengthBuckets, padBatch, type Sequence } from '../sequence/batches.ts';
import { yieldToEventLoop } from '../threads/yield-to-event-loop.ts';
import { type Adam, learningRate } from '../train/loop/optimiser.ts';
import type { TrainState } from '../train/loop/train-state.ts';
import { type MaskedText, maskWords } from './masked-words.ts';

/** A text model in training: `target` is the field whose masked tokens are predicted. */
export interface TextLearner {
  readonly encoder: EncoderConfig;
  readonly train: TrainConfig;
  readonly target: string;
  readonly weights: Weights;
}

/** Callbacks of pre-training. */
export interface PretrainHooks {
  checkCancelled(): void;
  onStep(state: TrainState, total: number, loss: number): void;
  /** Called after each epoch with its mean loss in nats. */
  onEpoch(state: TrainState, loss: number): void;
  /** Called with a state that training can resume from. */
  onCheckpoint(state: TrainState): void;
}

const ORDER_STREAMS = 1_000_000_000;

/**
 * Pre-trains an encoder on texts by masked language modelling, in place, from a state to the last epoch. All randomness
 * is derived from the seed, the epoch and the step, so a resumed training gives the same result as an uninterrupted
 * one. Throws TRAINING_DIVERGED.
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
      const batchTexts = batch.map((i) => texts[i]!);
      const loss = pretrainStep(training, batchTexts, state.step, state.step / total);
      await yieldToEventLoop();
      state.batch++;
      state.step++;
      state.events += batchTexts.length;
      state.tokens += batchTexts.reduce((sum, { segment }) => sum + segment.length, 0);
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

/** Returns an epoch's batches of text indices, of similar length, in an order derived from the seed and the epoch. */
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
  if (masked.every(({ positions }) => positions.length === 0)) return 0;
  const trainable = Object.entries(weights).filter(([name]) => isTrainable(name, target));
  const loss = tf.tidy(() => {
    const { value, grads } = tf.variableGrads(
      () => maskedLoss({ encoder, target, weights, smoothing: train.labelSmoothing }, masked, random.bits()),
      trainable.map(([, weight]) => weight),
    );
    const gradients = Object.fromEntries(trainable.map(([name, weight]) => [name, grads[weight.name]!]));
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

interface MaskedLossInput extends Pick<TextLearner, 'encoder' | 'target' | 'weights'> {
  readonly smoothing: number;
}

/** Returns the mean cross-entropy of the masked tokens in nats. Applies dropout if a seed is given. */
export function maskedLoss(
  { encoder, target, weights, smoothing }: MaskedLossInput,
  masked: readonly MaskedText[],
  dropoutSeed?: number,
): tf.Scalar {
  const batch = padBatch(masked.map(({ sequence }) => sequence));
  const rows = masked.flatMap(({ positions }, row) => positions.map((place) => row * batch.length + place));
  const targets = masked.flatMap((text) => text.targets);
  const options = dropoutSeed === undefined ? {} : { dropoutSeed };
  const maskedStates = encodeRows(encoder, weights, batch, Int32Array.from(rows), options);
  return tokenLoss(
    weights,
    target,
    predictEmbeddings(encoder, weights, maskedStates),
    tf.tensor1d(targets, 'int32'),
    smoothing,
  );
}

/** Excludes the output biases of other fields, the pooler and fine-tuned heads. */
const isTrainable = (name: string, target: string) =>
  !name.startsWith('pooler') &&
  !name.startsWith('task.') &&
  (!name.startsWith('head.bias.') || name === `head.bias.${target}`);
