import * as tf from '@tensorflow/tfjs-core';
import { registerReference } from './register.ts';

registerReference('PortraitDropout', ({ x }, { rate, seed }) =>
  dropout(x!.shape, Number(rate), Number(seed))(x!.clone()),
);
registerReference('AddDropped', ({ shortcut, x }, { rate, seed }) =>
  shortcut!.add(dropout(x!.shape, Number(rate), Number(seed))(x!)),
);

/** Computes the mask on the host with the kernel's hash, so that every backend drops the same values. */
export function dropout(shape: number[], rate: number, seed: number): (x: tf.Tensor) => tf.Tensor {
  if (rate === 0) return (x) => x;
  const mask = tf.tensor(dropoutMask(tf.util.sizeFromShape(shape), rate, seed), shape);
  return (x) => x.mul(mask);
}

/** Returns 1 / (1 - rate) for each value kept, 0 for each dropped. */
function dropoutMask(size: number, rate: number, seed: number): Float32Array {
  const rate32 = Math.fround(rate);
  const scale = 1 / Math.fround(1 - rate32);
  const threshold = Math.trunc(rate32 * 2 ** 31);
  const key = hash(seed | 0);
  const mask = new Float32Array(size);
  for (let i = 0; i < size; i++) if (hash(i ^ key) >>> 1 >= threshold) mask[i] = scale;
  return mask;
}

/** lowbias32 (C. Wellons, Prospecting for Hash Functions, 2018). */
function hash(value: number): number {
  let x = value ^ (value >>> 16);
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  return x ^ (x >>> 16);
}
