import * as tf from '@tensorflow/tfjs';
import { addBias } from './ops/add-bias.ts';
import { dropout } from './ops/dropout.ts';
import { layerNorm } from './ops/layer-norm.ts';
import { lookup } from './ops/lookup.ts';
import type { Weights } from './weights.ts';

/** x (rows, input) by the matrix and the bias of that name: (rows, output). */
export function dense(weights: Weights, name: string, x: tf.Tensor): tf.Tensor2D {
  const product = tf.matMul(x as tf.Tensor2D, weight(weights, `${name}.weight`).as2D(x.shape[1]!, -1));
  return addBias(product, weight(weights, `${name}.bias`));
}

/** Layer norm over the last dimension by the gamma and the beta of that name. */
export function norm(weights: Weights, name: string, x: tf.Tensor, epsilon: number): tf.Tensor {
  return layerNorm(x, weight(weights, `${name}.gamma`), weight(weights, `${name}.beta`), epsilon);
}

/**
 * Rows of the embedding of that name: (ids, width). Ids are checked, since the kernel would read, and its gradient write,
 * whatever lies outside of the table.
 */
export function embeddings(weights: Weights, name: string, ids: Int32Array | undefined): tf.Tensor2D {
  const table = weight(weights, `embeddings.${name}`);
  const [size = 0] = table.shape;
  if (!ids) throw new Error(`the batch has no ${name}`);
  if (ids.some((id) => id < 0 || id >= size)) throw new Error(`the batch has a ${name} outside of 0 to ${size - 1}`);
  return lookup(table, tf.tensor1d(ids, 'int32'));
}

/** Dropout that draws anew at each place it is used; none without a seed. */
export function dropper(rate: number, seed: number | undefined): (x: tf.Tensor) => tf.Tensor {
  if (seed === undefined) return (x) => x;
  let place = 0;
  return (x) => dropout(x, rate, (seed * 1000 + place++) | 0);
}

export function weight(weights: Weights, name: string): tf.Variable {
  const found = weights[name];
  if (found) return found;
  throw new Error(`the model has no weight ${name}`);
}
