import * as tf from '@tensorflow/tfjs-core';
import type { Weights } from '../../model/weights.ts';

/** Returns a copy of the weights, in which the average over the last epochs is kept. */
export function copyWeights(weights: Weights): Weights {
  return tf.tidy(() =>
    Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, tf.variable(weight.clone(), false)])),
  );
}

/**
 * Updates the average with the weights at the end of an epoch (counted from 1): the mean of all epochs while there are
 * at most `window`, afterwards an exponential moving average in which each new epoch has weight 1 / `window`. Averaged
 * weights lie in flatter regions of the loss and generalise better than those of any single epoch (stochastic weight
 * averaging: Izmailov et al., 2018).
 */
export function updateAverage(average: Weights, weights: Weights, epoch: number, window: number): void {
  const share = 1 / Math.min(epoch, window);
  tf.tidy(() => {
    for (const [name, mean] of Object.entries(average)) mean.assign(mean.mul(1 - share).add(weights[name]!.mul(share)));
  });
}
