import * as tf from '@tensorflow/tfjs';
import { registerKernel, runKernel } from '../kernels/register.ts';

/** GELU with the exact normal distribution function, as in BERT (Hendrycks and Gimpel, 2016); any shape. */
export function gelu(x: tf.Tensor): tf.Tensor {
  return runKernel('Gelu', { x });
}

registerKernel('Gelu', ({ backend, kernels, at }, { x }) => {
  const out = backend.makeOutput(x!.shape, 'float32');
  kernels.geluForward(tf.util.sizeFromShape(x!.shape), at(x!), at(out));
  return out;
});
registerKernel('GeluGrad', ({ backend, kernels, at }, { x, dy }) => {
  const dx = backend.makeOutput(x!.shape, 'float32');
  kernels.geluBackward(tf.util.sizeFromShape(x!.shape), at(x!), at(dy!), at(dx));
  return dx;
});
tf.registerGradient({
  kernelName: 'Gelu',
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => runKernel('GeluGrad', { x: x!, dy: only(dy) }) }),
});

function only(dy: tf.Tensor | tf.Tensor[]): tf.Tensor {
  return Array.isArray(dy) ? dy[0]! : dy;
}
