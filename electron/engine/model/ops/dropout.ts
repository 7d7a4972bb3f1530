import * as tf from '@tensorflow/tfjs';
import { registerKernel, runKernel } from '../kernels/register.ts';

/** Sets a share `rate` of the values to 0 and scales the others up to keep the mean (Srivastava et al., 2014). */
export function dropout(x: tf.Tensor, rate: number, seed: number): tf.Tensor {
  return rate === 0 ? x : runKernel('PortraitDropout', { x }, { rate, seed });
}

registerKernel('PortraitDropout', ({ backend, kernels, at }, { x }, { rate, seed }) => {
  const y = backend.makeOutput(x!.shape, 'float32');
  kernels.dropout(tf.util.sizeFromShape(x!.shape), at(x!), Number(seed), Number(rate), at(y));
  return y;
});
tf.registerGradient({
  kernelName: 'PortraitDropout',
  gradFunc: (dy, _saved, attrs) => ({
    x: () => runKernel('PortraitDropout', { x: Array.isArray(dy) ? dy[0]! : dy }, attrs),
  }),
});
