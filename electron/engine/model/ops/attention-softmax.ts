import * as tf from '@tensorflow/tfjs-core';
import { registerKernel, runKernel } from '../kernels/register.ts';

/**
 * Attention weights: softmax over the keys of scale × scores; padded keys have weight 0. scores: (batch, heads,
 * queries, keys); mask: (batch, keys), 1 where there is a key. The first position of each sequence must be a key. With
 * `causal`, a position attends only to itself and earlier positions.
 */
export function attentionSoftmax(scores: tf.Tensor, mask: tf.Tensor, scale: number, causal = false): tf.Tensor {
  return runKernel('AttentionSoftmax', { scores, mask }, { scale, causal });
}

registerKernel('AttentionSoftmax', ({ backend, kernels, at }, { scores, mask }, { scale, causal }) => {
  const [batch, heads, queries, keys] = scores!.shape as [number, number, number, number];
  const weights = backend.makeOutput(scores!.shape, 'float32');
  const causalFlag = causal === true ? 1 : 0;
  kernels.softmaxForward(batch, heads * queries, keys, causalFlag, Number(scale), at(scores!), at(mask!), at(weights));
  return weights;
});
registerKernel('AttentionSoftmaxGrad', ({ backend, kernels, at }, { weights, dweights }, { scale }) => {
  const keys = weights!.shape.at(-1)!;
  const rows = tf.util.sizeFromShape(weights!.shape) / keys;
  const dscores = backend.makeOutput(weights!.shape, 'float32');
  kernels.softmaxBackward(rows, keys, Number(scale), at(weights!), at(dweights!), at(dscores));
  return dscores;
});
tf.registerGradient({
  kernelName: 'AttentionSoftmax',
  inputsToSave: ['mask'],
  outputsToSave: [true],
  gradFunc: (dy, [mask, weights], attrs) => ({
    scores: () =>
      runKernel('AttentionSoftmaxGrad', { weights: weights!, dweights: Array.isArray(dy) ? dy[0]! : dy }, attrs),
    mask: () => tf.zerosLike(mask!),
  }),
});
