import * as tf from '@tensorflow/tfjs';
import { Random } from '../../../../shared/domain/random.ts';
import type { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { EncoderConfig } from '../../model/config.ts';
import { encodeBatch, predictField } from '../../model/encoder.ts';
import { crossEntropy } from '../../model/ops/cross-entropy.ts';
import type { Weights } from '../../model/weights.ts';
import { lengthBuckets, padBatch, type Sequence } from '../../sequence/batches.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import { Adam, learningRate } from '../loop/optimiser.ts';
import { type MaskedText, maskWords } from './masked-words.ts';

/** A text model that learns: `target` is the field whose hidden tokens are asked for. */
export interface TextLearner {
  readonly encoder: EncoderConfig;
  readonly train: TrainConfig;
  readonly target: string;
  readonly weights: Weights;
}

export interface TextEpoch {
  readonly epoch: number;
  readonly step: number;
  /** Positions learnt from so far. */
  readonly positions: number;
  /** Mean loss of the epoch in nats. */
  readonly loss: number;
}

export interface PretrainHooks {
  checkCancelled(): void;
  onStep?(step: number, total: number, loss: number, positions: number): void;
  onEpoch?(epoch: TextEpoch): void;
}

const ORDER_STREAMS = 1_000_000_000;

/** Pre-trains an encoder on texts by masked words, in place. All random choices follow from the seed. Throws TRAINING_DIVERGED. */
export function pretrainTexts(learner: TextLearner, texts: readonly Sequence[], hooks: PretrainHooks): void {
  const { epochs, batchSize, seed } = learner.train;
  const adam = new Adam(learner.weights);
  const lengths = Int32Array.from(texts, ({ segment }) => segment.length);
  const total = epochs * Math.ceil(texts.length / batchSize);
  let step = 0;
  let positions = 0;
  try {
    for (let epoch = 0; epoch < epochs; epoch++) {
      const random = new Random(seed, ORDER_STREAMS + epoch);
      const order = Int32Array.from(texts.keys());
      random.shuffle(order);
      const batches = lengthBuckets(order, lengths, batchSize);
      random.shuffle(batches);
      let loss = 0;
      for (const batch of batches) {
        hooks.checkCancelled();
        const own = pretrainStep(
          learner,
          adam,
          Array.from(batch, (i) => texts[i]!),
          step,
          step / total,
        );
        step++;
        loss += own / batches.length;
        positions += batch.reduce((sum, i) => sum + lengths[i]!, 0);
        hooks.onStep?.(step, total, own, positions);
      }
      hooks.onEpoch?.({ epoch: epoch + 1, step, positions, loss });
    }
  } finally {
    adam.dispose();
  }
}

function pretrainStep(
  { encoder, train, target, weights }: TextLearner,
  adam: Adam,
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
  const { hidden } = encodeBatch(encoder, weights, batch, dropoutSeed === undefined ? {} : { dropoutSeed });
  const logits = predictField(encoder, weights, target, hidden, tf.tensor1d(rows, 'int32'));
  return crossEntropy(logits, tf.tensor1d(targets, 'int32'), FIRST_TOKEN, smoothing);
}

/** Not the biases of fields that are not asked for, nor what a head on top would learn. */
const isLearnt = (name: string, target: string) =>
  !name.startsWith('pooler') &&
  !name.startsWith('task.') &&
  (!name.startsWith('head.bias.') || name === `head.bias.${target}`);
