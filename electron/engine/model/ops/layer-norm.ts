import * as tf from '@tensorflow/tfjs-core';
import { zeros } from '../kernels/memory.ts';
import { registerKernel, runKernels } from '../kernels/register.ts';

/**
 * Layer norm over the last dimension (Ba, Kiros and Hinton, 2016). x: (..., width); gamma, beta: (width). `epsilon` is
 * added to the variance; the default is BERT's.
 */
export function layerNorm(x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor, epsilon = 1e-12): tf.Tensor {
  return runKernels('LayerNorm', { x, gamma, beta }, { epsilon })[0]!;
}

/** Outputs y and, for the gradient, the mean and reciprocal standard deviation of each row. */
registerKernel('LayerNorm', ({ backend, kernels, at }, { x, gamma, beta }, { epsilon }) => {
  const [rows, width] = rowsOf(x!.shape);
  const y = backend.makeOutput(x!.shape, 'float32');
  const stats = backend.makeOutput([rows, 2], 'float32');
  kernels.layerNormForward(rows, width, at(x!), at(gamma!), at(beta!), Number(epsilon), at(y), at(stats));
  return [y, stats];
});
registerKernel('LayerNormGrad', ({ backend, kernels, at }, { x, gamma, stats, dy }) => {
  const [rows, width] = rowsOf(x!.shape);
  const dx = backend.makeOutput(x!.shape, 'float32');
  const dgamma = zeros(backend, [width]);
  const dbeta = zeros(backend, [width]);
  kernels.layerNormBackward(rows, width, at(x!), at(gamma!), at(stats!), at(dy!), at(dx), at(dgamma), at(dbeta));
  return [dx, dgamma, dbeta];
});
tf.registerGradient({
  kernelName: 'LayerNorm',
  inputsToSave: ['x', 'gamma'],
  outputsToSave: [false, true],
  gradFunc: (dy, [x, gamma, stats]) => {
    const upstream = Array.isArray(dy) ? dy[0]! : dy;
    const [dx, dgamma, dbeta] = runKernels('LayerNormGrad', { x: x!, gamma: gamma!, stats: stats!, dy: upstream });
    return { x: () => dx!, gamma: () => dgamma!, beta: () => dbeta! };
  },
});

function rowsOf(shape: readonly number[]): [number, number] {
  const width = shape.at(-1)!;
  return [tf.util.sizeFromShape([...shape]) / width, width];
}
