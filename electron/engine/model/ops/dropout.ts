import * as tf from '@tensorflow/tfjs-core';
import { registerKernel, runKernel } from '../kernels/register.ts';

/** Zeroes a fraction `rate` of the values and scales up the others to preserve the mean (Srivastava et al., 2014). */
export function dropout(x: tf.Tensor, rate: number, seed: number): tf.Tensor {
  return rate === 0 ? x : runKernel('PortraitDropout', { x }, { rate, seed });
}

/** Adds x, after dropout, to a residual shortcut: the same as `shortcut.add(dropout(x, rate, seed))`. */
export function addDropped(shortcut: tf.Tensor, x: tf.Tensor, rate: number, seed: number): tf.Tensor {
  return rate === 0 ? shortcut.add(x) : runKernel('AddDropped', { shortcut, x }, { rate, seed });
}

registerKernel('PortraitDropout', ({ backend, kernels, at }, { x }, { rate, seed }) => {
  const y = backend.makeOutput(x!.shape, 'float32');
  kernels.dropout(tf.util.sizeFromShape(x!.shape), 0, at(x!), Number(seed), Number(rate), at(y));
  return y;
});
registerKernel('AddDropped', ({ backend, kernels, at }, { shortcut, x }, { rate, seed }) => {
  const y = backend.makeOutput(x!.shape, 'float32');
  kernels.dropout(tf.util.sizeFromShape(x!.shape), at(shortcut!), at(x!), Number(seed), Number(rate), at(y));
  return y;
});
tf.registerGradient({
  kernelName: 'PortraitDropout',
  gradFunc: (dy, _saved, attrs) => ({ x: () => runKernel('PortraitDropout', { x: singleGradient(dy) }, attrs) }),
});
tf.registerGradient({
  kernelName: 'AddDropped',
  gradFunc: (dy, _saved, attrs) => ({
    shortcut: () => singleGradient(dy).clone(),
    x: () => runKernel('PortraitDropout', { x: singleGradient(dy) }, attrs),
  }),
});

const singleGradient = (dy: tf.Tensor | tf.Tensor[]): tf.Tensor => (Array.isArray(dy) ? dy[0]! : dy);
