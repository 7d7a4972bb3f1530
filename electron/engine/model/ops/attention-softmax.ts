import * as tf from '@tensorflow/tfjs';
import { registerKernel, runKernel } from '../kernels/register.ts';

/**
 * Attention weights: the softmax over keys of scale × scores, padded keys left out (weight 0).
 * scores: (batch, heads, queries, keys); mask: (batch, keys), 1 where there is a key. Each sequence's first position must be
 * a key. With `causal`, a position sees itself and those before it.
 */
export function attentionSoftmax(scores: tf.Tensor, mask: tf.Tensor, scale: number, causal = false): tf.Tensor {
  return runKernel('AttentionSoftmax', { scores, mask }, { scale, causal });
}

registerKernel('AttentionSoftmax', ({ backend, kernels, at }, { scores, mask }, { scale, causal }) => {
  const [batch, heads, queries, keys] = scores!.shape as [number, number, number, number];
  const weights = backend.makeOutput(scores!.shape, 'float32');
  const looksBack = causal === true ? 1 : 0;
  kernels.softmaxForward(batch, heads * queries, keys, looksBack, Number(scale), at(scores!), at(mask!), at(weights));
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
