import * as tf from '@tensorflow/tfjs';
import { denseGelu as denseGeluLayer, dense as denseLayers, type Layer } from './ops/dense.ts';
import { addDropped, dropout } from './ops/dropout.ts';
import type { Embedding } from './ops/embedding-sum.ts';
import { layerNorm } from './ops/layer-norm.ts';
import type { Weights } from './weights.ts';

/** x (rows, input) by the matrix and the bias of that name: (rows, output). */
export function dense(weights: Weights, name: string, x: tf.Tensor): tf.Tensor2D {
  return denseLayers(x, [layerOf(weights, name)]);
}

/** The same with GELU on it. */
export function denseGelu(weights: Weights, name: string, x: tf.Tensor): tf.Tensor2D {
  return denseGeluLayer(x, layerOf(weights, name));
}

/** What the dense layers of those names make of x, side by side: (rows, outputs of all). */
export function denseSideBySide(weights: Weights, names: readonly string[], x: tf.Tensor): tf.Tensor2D {
  return denseLayers(
    x,
    names.map((name) => layerOf(weights, name)),
  );
}

function layerOf(weights: Weights, name: string): Layer {
  return { weight: weight(weights, `${name}.weight`), bias: weight(weights, `${name}.bias`) };
}

/** Layer norm over the last dimension by the gamma and the beta of that name. */
export function norm(weights: Weights, name: string, x: tf.Tensor, epsilon: number): tf.Tensor {
  return layerNorm(x, weight(weights, `${name}.gamma`), weight(weights, `${name}.beta`), epsilon);
}

/**
 * The embedding of that name and the rows of it that positions ask for. Ids are checked, since the kernel would read, and its
 * gradient write, whatever lies outside of the table.
 */
export function embedding(weights: Weights, name: string, ids: Int32Array | undefined): Embedding {
  const table = weight(weights, `embeddings.${name}`);
  const [size = 0] = table.shape;
  if (!ids) throw new Error(`the batch has no ${name}`);
  if (ids.some((id) => id < 0 || id >= size)) throw new Error(`the batch has a ${name} outside of 0 to ${size - 1}`);
  return { table, ids: tf.tensor1d(ids, 'int32') };
}

/** Dropout that draws anew at each place where it is used. */
export interface Dropper {
  drop(x: tf.Tensor): tf.Tensor;
  /** What is left of x added to what passes it by. */
  dropOnto(passing: tf.Tensor, x: tf.Tensor): tf.Tensor;
  /** The next place's rate and seed, for an operation that drops inside. */
  place(): { readonly rate: number; readonly seed: number };
}

/** Nothing is dropped without a seed. */
export function dropper(rate: number, seed: number | undefined): Dropper {
  let places = 0;
  const place = () => (seed === undefined ? { rate: 0, seed: 0 } : { rate, seed: (seed * 1000 + places++) | 0 });
  return {
    place,
    drop: (x) => {
      const here = place();
      return dropout(x, here.rate, here.seed);
    },
    dropOnto: (passing, x) => {
      const here = place();
      return addDropped(passing, x, here.rate, here.seed);
    },
  };
}

export function weight(weights: Weights, name: string): tf.Variable {
  const found = weights[name];
  if (found) return found;
  throw new Error(`the model has no weight ${name}`);
}
