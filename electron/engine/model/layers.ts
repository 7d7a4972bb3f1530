import * as tf from '@tensorflow/tfjs-core';
import { denseGelu as denseGeluLayer, dense as denseLayers, type Layer } from './ops/dense.ts';
import { addDropped, dropout } from './ops/dropout.ts';
import type { Embedding } from './ops/embedding-sum.ts';
import { layerNorm } from './ops/layer-norm.ts';
import type { Weights } from './weights.ts';

/** Dense layer with the weight and bias of that name: (rows, inputs) to (rows, outputs). */
export function dense(weights: Weights, name: string, x: tf.Tensor): tf.Tensor2D {
  return denseLayers(x, [layerOf(weights, name)]);
}

/** Dense layer followed by GELU. */
export function denseGelu(weights: Weights, name: string, x: tf.Tensor): tf.Tensor2D {
  return denseGeluLayer(x, layerOf(weights, name));
}

/** Applies several dense layers to x and concatenates their outputs: (rows, outputs of all). */
export function denseSideBySide(weights: Weights, names: readonly string[], x: tf.Tensor): tf.Tensor2D {
  return denseLayers(
    x,
    names.map((name) => layerOf(weights, name)),
  );
}

function layerOf(weights: Weights, name: string): Layer {
  return { weight: weight(weights, `${name}.weight`), bias: weight(weights, `${name}.bias`) };
}

/** Layer norm over the last dimension with the gamma and beta of that name. */
export function norm(weights: Weights, name: string, x: tf.Tensor, epsilon: number): tf.Tensor {
  return layerNorm(x, weight(weights, `${name}.gamma`), weight(weights, `${name}.beta`), epsilon);
}

/**
 * Returns the embedding table of that name and the ids to look up in it. Checks the ids, because the kernel would read,
 * and its gradient write, outside the table. Throws an Error if the batch lacks the field or an id is out of range.
 */
export function embedding(weights: Weights, name: string, ids: Int32Array | undefined): Embedding {
  const table = weight(weights, `embeddings.${name}`);
  const [size = 0] = table.shape;
  if (!ids) throw new Error(`the batch has no ${name}`);
  if (ids.some((id) => id < 0 || id >= size)) throw new Error(`the batch has a ${name} outside of 0 to ${size - 1}`);
  return { table, ids: tf.tensor1d(ids, 'int32') };
}

/** Dropout with a different seed at each call. */
export interface Dropout {
  drop(x: tf.Tensor): tf.Tensor;
  /** Adds x, after dropout, to the residual shortcut. */
  addDropped(shortcut: tf.Tensor, x: tf.Tensor): tf.Tensor;
  /** Rate and seed of the next call, for operations with built-in dropout. */
  nextDraw(): { readonly rate: number; readonly seed: number };
}

/** Creates a `Dropout`; without a seed nothing is dropped. */
export function createDropout(rate: number, seed: number | undefined): Dropout {
  let draws = 0;
  const nextDraw = () => (seed === undefined ? { rate: 0, seed: 0 } : { rate, seed: (seed * 1000 + draws++) | 0 });
  return {
    nextDraw,
    drop: (x) => {
      const draw = nextDraw();
      return dropout(x, draw.rate, draw.seed);
    },
    addDropped: (shortcut, x) => {
      const draw = nextDraw();
      return addDropped(shortcut, x, draw.rate, draw.seed);
    },
  };
}

export function weight(weights: Weights, name: string): tf.Variable {
  const variable = weights[name];
  if (variable) return variable;
  throw new Error(`the model has no weight ${name}`);
}
