import * as tf from '@tensorflow/tfjs';
import { registerKernel, runKernel } from '../kernels/register.ts';

/** Sets a share `rate` of the values to 0 and scales the others up to keep the mean (Srivastava et al., 2014). */
export function dropout(x: tf.Tensor, rate: number, seed: number): tf.Tensor {
  return rate === 0 ? x : runKernel('PortraitDropout', { x }, { rate, seed });
}

/** What passes a sub-layer by with what the sub-layer says, after dropout: the same as `passing.add(dropout(x, rate, seed))`. */
export function addDropped(passing: tf.Tensor, x: tf.Tensor, rate: number, seed: number): tf.Tensor {
  return rate === 0 ? passing.add(x) : runKernel('AddDropped', { passing, x }, { rate, seed });
}

registerKernel('PortraitDropout', ({ backend, kernels, at }, { x }, { rate, seed }) => {
  const y = backend.makeOutput(x!.shape, 'float32');
  kernels.dropout(tf.util.sizeFromShape(x!.shape), 0, at(x!), Number(seed), Number(rate), at(y));
  return y;
});
registerKernel('AddDropped', ({ backend, kernels, at }, { passing, x }, { rate, seed }) => {
  const y = backend.makeOutput(x!.shape, 'float32');
  kernels.dropout(tf.util.sizeFromShape(x!.shape), at(passing!), at(x!), Number(seed), Number(rate), at(y));
  return y;
});
tf.registerGradient({
  kernelName: 'PortraitDropout',
  gradFunc: (dy, _saved, attrs) => ({ x: () => runKernel('PortraitDropout', { x: only(dy) }, attrs) }),
});
tf.registerGradient({
  kernelName: 'AddDropped',
  gradFunc: (dy, _saved, attrs) => ({
    passing: () => only(dy).clone(),
    x: () => runKernel('PortraitDropout', { x: only(dy) }, attrs),
  }),
});

const only = (dy: tf.Tensor | tf.Tensor[]): tf.Tensor => (Array.isArray(dy) ? dy[0]! : dy);
