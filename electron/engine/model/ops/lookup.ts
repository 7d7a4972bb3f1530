import * as tf from '@tensorflow/tfjs-core';
import { zeros } from '../kernels/memory.ts';
import { registerKernel, runKernel } from '../kernels/register.ts';

/** Gathers rows of a table: table (n, width), ids (rows) int32 → (rows, width). */
export function lookup(table: tf.Tensor, ids: tf.Tensor1D): tf.Tensor2D {
  return runKernel('Lookup', { table, ids }).as2D(ids.shape[0], table.shape[1]!);
}

/** Segment sum: adds up rows with the same id. x (rows, width), ids (rows) int32 below `count` → (count, width). */
export function sumRows(x: tf.Tensor2D, ids: tf.Tensor1D, count: number): tf.Tensor2D {
  return runKernel('LookupGrad', { dy: x, ids }, { size: count }).as2D(count, x.shape[1]);
}

registerKernel('Lookup', ({ backend, kernels, at }, { table, ids }) => {
  const [rows, width] = [ids!.shape[0]!, table!.shape[1]!];
  const out = backend.makeOutput([rows, width], 'float32');
  kernels.lookup(rows, width, at(table!), at(ids!), at(out));
  return out;
});
registerKernel('LookupGrad', ({ backend, kernels, at }, { dy, ids }, { size }) => {
  const [rows, width] = [ids!.shape[0]!, dy!.shape[1]!];
  const out = zeros(backend, [Number(size), width]);
  kernels.segmentSum(rows, width, at(dy!), at(ids!), at(out));
  return out;
});
tf.registerGradient({
  kernelName: 'Lookup',
  inputsToSave: ['table', 'ids'],
  gradFunc: (dy, [table, ids]) => ({
    table: () =>
      runKernel('LookupGrad', { dy: Array.isArray(dy) ? dy[0]! : dy, ids: ids! }, { size: table!.shape[0]! }),
    ids: () => tf.zerosLike(ids!),
  }),
});
tf.registerGradient({
  kernelName: 'LookupGrad',
  inputsToSave: ['ids'],
  gradFunc: (dy, [ids]) => ({
    dy: () => runKernel('Lookup', { table: Array.isArray(dy) ? dy[0]! : dy, ids: ids! }),
    ids: () => tf.zerosLike(ids!),
  }),
});
