import * as tf from '@tensorflow/tfjs-core';
import type { Wasm } from './wasm.ts';

/** TensorFlow.js's BatchMatMul: a batch of one matrix is broadcast, transposes are expressed as strides. */
export function batchMatMul(
  { backend, kernels, at, scratch }: Wasm,
  inputs: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap,
): tf.TensorInfo {
  const a = inputs.a!;
  const b = inputs.b!;
  const [rows, inner] = lastTwo(a.shape, attrs.transposeA === true);
  const [, columns] = lastTwo(b.shape, attrs.transposeB === true);
  const batchA = tf.util.sizeFromShape(a.shape.slice(0, -2));
  const batchB = tf.util.sizeFromShape(b.shape.slice(0, -2));
  const outer = (batchA >= batchB ? a : b).shape.slice(0, -2);
  const out = backend.makeOutput([...outer, rows, columns], 'float32');
  const [aRow, aColumn] = attrs.transposeA === true ? [1, rows] : [inner, 1];
  const [bRow, bColumn] = attrs.transposeB === true ? [1, inner] : [columns, 1];
  const work = scratch(kernels.matmulWork());
  kernels.matmul(
    Math.max(batchA, batchB),
    rows,
    columns,
    inner,
    at(a),
    batchA === 1 ? 0 : rows * inner,
    aRow,
    aColumn,
    at(b),
    batchB === 1 ? 0 : inner * columns,
    bRow,
    bColumn,
    at(out),
    work,
  );
  return out;
}

function lastTwo(shape: number[], transposed: boolean): [number, number] {
  const [first, second] = [shape.at(-2)!, shape.at(-1)!];
  return transposed ? [second, first] : [first, second];
}
