import * as tf from '@tensorflow/tfjs';
import { wasmInUse } from '../../model/kernels/register.ts';
import type { Weights } from '../../model/weights.ts';

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** Adam (Kingma and Ba, 2015) with the gradient's norm clipped, in place on the weights. */
export class Adam {
  /** Moments by weight: first and second. */
  readonly first: Record<string, tf.Variable> = {};
  readonly second: Record<string, tf.Variable> = {};
  step = 0;

  constructor(weights: Weights) {
    for (const [name, weight] of Object.entries(weights)) {
      this.first[name] = zerosLike(weight);
      this.second[name] = zerosLike(weight);
    }
  }

  /** One step. Gradients are keyed like the weights; a weight without one is left alone. Gives the norm before clipping. */
  apply(weights: Weights, gradients: Readonly<Record<string, tf.Tensor>>, rate: number, clipNorm: number): number {
    const { kernels, at } = wasmInUse();
    this.step++;
    let squares = 0;
    for (const gradient of Object.values(gradients)) squares += kernels.sumOfSquares(gradient.size, at(gradient));
    const norm = Math.sqrt(squares);
    const clip = norm > clipNorm ? clipNorm / norm : 1;
    const corrected = (rate * Math.sqrt(1 - BETA2 ** this.step)) / (1 - BETA1 ** this.step);
    for (const [name, gradient] of Object.entries(gradients)) {
      const weight = weights[name]!;
      const [m, v] = [at(this.first[name]!), at(this.second[name]!)];
      kernels.adam(weight.size, at(weight), at(gradient), m, v, corrected, BETA1, BETA2, EPSILON, clip);
    }
    return norm;
  }

  dispose(): void {
    for (const moment of [...Object.values(this.first), ...Object.values(this.second)]) moment.dispose();
  }
}

function zerosLike(weight: tf.Variable): tf.Variable {
  return tf.tidy(() => tf.variable(tf.zeros(weight.shape), false));
}

/** Rises along a straight line over the first `warmup` of the training, then falls to zero along another. */
export function learningRate(progress: number, peak: number, warmup: number): number {
  if (progress < warmup) return (peak * (progress + 1e-3)) / (warmup + 1e-3);
  return (peak * Math.max(0, 1 - progress)) / Math.max(1e-9, 1 - warmup);
}
