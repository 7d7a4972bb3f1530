import * as tf from '@tensorflow/tfjs-core';
import { zeros } from '../kernels/memory.ts';
import { registerKernel, runKernel } from '../kernels/register.ts';

/** x (rows, width) + bias (width). */
export function addBias(x: tf.Tensor, bias: tf.Tensor): tf.Tensor2D {
  return runKernel('AddBias', { x, bias }).as2D(x.shape[0]!, x.shape[1]!);
}

registerKernel('AddBias', ({ backend, kernels, at }, { x, bias }) => {
  const [rows, width] = x!.shape as [number, number];
  const y = backend.makeOutput([rows, width], 'float32');
  kernels.addBias(rows, width, at(x!), at(bias!), at(y));
  return y;
});
registerKernel('ColumnSums', ({ backend, kernels, at }, { x }) => {
  const [rows, width] = x!.shape as [number, number];
  const out = zeros(backend, [width]);
  kernels.columnSums(rows, width, at(x!), at(out));
  return out;
});
tf.registerGradient({
  kernelName: 'AddBias',
  gradFunc: (dy) => {
    const upstream = Array.isArray(dy) ? dy[0]! : dy;
    return { x: () => upstream.clone(), bias: () => runKernel('ColumnSums', { x: upstream }) };
  },
});
