import * as tf from '@tensorflow/tfjs';
import type { FinetuneConfig } from '../../../../shared/domain/finetune-config.ts';
import type { Weights } from '../../model/weights.ts';
import type { Adam } from '../../train/loop/optimiser.ts';
import { type Labels, scaleInPlace } from '../labels/labels.ts';
import { lossAndGradient } from '../labels/losses.ts';
import { type HeadModel, headScores } from './head.ts';
import type { Sample, Samples } from './samples.ts';
import { scoreSamples } from './score.ts';

const CLIP_NORM = 1;

/** Targets of some rows, and the weight of each class in the loss. */
interface HeadTargets {
  readonly labels: Labels;
  readonly rows: Int32Array;
  readonly classWeights: Float64Array | null;
}

/** Takes one optimiser step on the trainable weights. Returns the mean loss of the batch before the step. */
export function headStep(
  model: HeadModel,
  trainable: Weights,
  adam: Adam,
  samples: readonly Sample[],
  targets: HeadTargets,
  { config, rate, seed }: { config: FinetuneConfig; rate: number; seed: number },
): number {
  return tf.tidy(() => {
    const variables = Object.values(trainable);
    const loss = () => meanLoss(headScores(model, samples, { seed, dropout: config.dropout }), targets);
    const { value, grads } = tf.variableGrads(loss, variables);
    const gradients = Object.fromEntries(
      Object.entries(trainable).map(([name, weight]) => [name, grads[weight.name]!]),
    );
    adam.apply(trainable, gradients, rate, CLIP_NORM, config.weightDecay);
    return value.dataSync()[0]!;
  });
}

/**
 * Returns the mean loss as a tensor. A custom gradient is computed together with it on the CPU, because a head has few
 * outputs.
 */
function meanLoss(scores: tf.Tensor2D, { labels, rows, classWeights }: HeadTargets): tf.Scalar {
  const loss = tf.customGrad((x, save) => {
    const values = (x as tf.Tensor2D).dataSync<'float32'>();
    const slopes = new Float32Array(values.length);
    const sum = lossAndGradient(labels, rows, values, slopes, classWeights);
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

/** Returns the mean loss of validation rows; NaN if there are none. `labels` are on the model's scale. */
export function headValidationLoss(
  model: HeadModel,
  samples: Samples,
  { labels, rows, classWeights }: HeadTargets,
  checkCancelled: () => void,
): number {
  if (rows.length === 0) return Number.NaN;
  const scores = scaleInPlace(scoreSamples(model, samples, rows, checkCancelled), model.scale);
  return lossAndGradient(labels, rows, scores, scores.slice(), classWeights) / rows.length;
}
