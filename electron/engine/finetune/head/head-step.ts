import * as tf from '@tensorflow/tfjs';
import type { HeadConfig } from '../../../../shared/domain/finetune-config.ts';
import type { Weights } from '../../model/weights.ts';
import type { Adam } from '../../train/loop/optimiser.ts';
import { type Labels, onScale } from '../labels/labels.ts';
import { lossAndGradient } from '../labels/losses.ts';
import { type HeadModel, headScores } from './head.ts';
import type { Sample, Samples } from './samples.ts';
import { scoreSamples } from './score.ts';

const CLIP_NORM = 1;

/** What is right for some rows, and what a mistake about each class costs. */
interface Answers {
  readonly labels: Labels;
  readonly rows: Int32Array;
  readonly costs: Float64Array | null;
}

/** One step of the weights that learn; gives the mean loss of its samples before it. */
export function headStep(
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

/** The mean loss of rows that a head does not learn from; NaN of none. `labels` are on the model's scale. */
export function heldLoss(
  model: HeadModel,
  samples: Samples,
  { labels, rows, costs }: Answers,
  checkCancelled: () => void,
): number {
  if (rows.length === 0) return Number.NaN;
  const scores = onScale(scoreSamples(model, samples, rows, checkCancelled), model.scale);
  return lossAndGradient(labels, rows, scores, scores.slice(), costs) / rows.length;
}
