import * as tf from '@tensorflow/tfjs-core';
import { type Labels, scaleInPlace } from '../labels/labels.ts';
import { lossAndGradient } from '../labels/losses.ts';
import { type HeadModel, headScores } from './head.ts';
import type { HeadInputs } from './head-batches.ts';
import type { Samples } from './samples.ts';
import { scoreSamples } from './score.ts';

/** Targets of some rows, and the weight of each class in the loss. */
interface HeadTargets {
  readonly labels: Labels;
  readonly rows: Int32Array;
  readonly classWeights: Float64Array | null;
}

/**
 * Returns a shard's share of the mean loss of a batch as a tensor, with dropout. A custom gradient is computed together
 * with it on the CPU, because a head has few outputs.
 */
export function headLoss(
  model: HeadModel,
  { batch, rows, batchSize, dropoutSeed }: HeadInputs,
  { labels, classWeights }: Omit<HeadTargets, 'rows'>,
  dropout: number,
): tf.Scalar {
  const scores = headScores(model, batch, { seed: dropoutSeed, dropout });
  const loss = tf.customGrad((x, save) => {
    const values = (x as tf.Tensor2D).dataSync<'float32'>();
    const slopes = new Float32Array(values.length);
    const sum = lossAndGradient(labels, rows, values, slopes, classWeights);
    (save as tf.GradSaveFunc)([
      tf.tensor2d(
        slopes.map((slope) => slope / batchSize),
        scores.shape,
      ),
    ]);
    return {
      value: tf.scalar(sum / batchSize),
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
