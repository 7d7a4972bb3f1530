import * as tf from '@tensorflow/tfjs';
import type { Weights } from '../../model/weights.ts';

/** Weights that stand for the last epochs' together: those of a training before its first step. */
export function copyOf(weights: Weights): Weights {
  return tf.tidy(() =>
    Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, tf.variable(weight.clone(), false)])),
  );
}

/**
 * Takes the weights at the end of an epoch (1 the first) into their average over about the last `over` epochs: the mean of all
 * while there are fewer, then each new one counts for one in `over`. Such means lie flatter in the loss and generalise better
 * than any one of them (stochastic weight averaging: Izmailov et al., 2018).
 */
export function follow(average: Weights, weights: Weights, epoch: number, over: number): void {
  const share = 1 / Math.min(epoch, over);
  tf.tidy(() => {
    for (const [name, mean] of Object.entries(average)) mean.assign(mean.mul(1 - share).add(weights[name]!.mul(share)));
  });
}
