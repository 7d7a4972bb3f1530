import * as tf from '@tensorflow/tfjs-core';
import type { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { adamStep } from '../../model/ops/adam.ts';
import type { Weights } from '../../model/weights.ts';

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/**
 * Adam (Kingma and Ba, 2015) with gradient norm clipping, updating the weights in place. With weight decay it is AdamW
 * (Loshchilov and Hutter, 2019): matrices and embeddings shrink by rate × decay per step, whatever their gradients;
 * biases, norms and gates, which have one dimension, do not.
 */
export class Adam {
  /** First and second moments by weight name. */
  readonly first: Record<string, tf.Variable> = {};
  readonly second: Record<string, tf.Variable> = {};
  step = 0;

  constructor(weights: Weights) {
    for (const [name, weight] of Object.entries(weights)) {
      this.first[name] = zerosLike(weight);
      this.second[name] = zerosLike(weight);
    }
  }

  /** Applies one step. Gradients are keyed like the weights; a weight without a gradient is unchanged. */
  apply(
    weights: Weights,
    gradients: Readonly<Record<string, tf.Tensor>>,
    rate: number,
    clipNorm: number,
    weightDecay = 0,
  ): void {
    this.step++;
    const updates = Object.entries(gradients).map(([name, gradient]) => ({
      weight: weights[name]!,
      gradient,
      first: this.first[name]!,
      second: this.second[name]!,
    }));
    adamStep(updates, {
      rate: (rate * Math.sqrt(1 - BETA2 ** this.step)) / (1 - BETA1 ** this.step),
      beta1: BETA1,
      beta2: BETA2,
      epsilon: EPSILON,
      clipNorm,
      decayFactor: 1 - rate * weightDecay,
    });
  }

  dispose(): void {
    for (const moment of [...Object.values(this.first), ...Object.values(this.second)]) moment.dispose();
  }
}

function zerosLike(weight: tf.Variable): tf.Variable {
  return tf.tidy(() => tf.variable(tf.zeros(weight.shape), false));
}

/**
 * Learning rate schedule: linear warm-up over the first `warmup` of the training, then linear or cosine decay to zero
 * (Loshchilov and Hutter, 2017), or a constant rate. `progress`: completed share of the training.
 */
export function learningRate(
  progress: number,
  { learningRate: peak, warmup, decay }: Pick<TrainConfig, 'learningRate' | 'warmup' | 'decay'>,
): number {
  if (progress < warmup) return (peak * (progress + 1e-3)) / (warmup + 1e-3);
  if (decay === 'none') return peak;
  const remaining = Math.max(0, 1 - progress) / Math.max(1e-9, 1 - warmup);
  return peak * (decay === 'linear' ? remaining : (1 - Math.cos(Math.PI * remaining)) / 2);
}
