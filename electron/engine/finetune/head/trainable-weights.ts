import * as tf from '@tensorflow/tfjs-core';
import { variableOf, type Weights } from '../../model/weights.ts';

/**
 * Divides weights into those that are trained, and the frozen parts of the encoder with the pre-training output head.
 */
export function divideWeights(weights: Weights, frozen: number): { trainable: Weights; frozen: Weights } {
  const entries = Object.entries(weights);
  const isTrained = ([name]: readonly [string, unknown]) => isTrainable(name, frozen);
  return {
    trainable: Object.fromEntries(entries.filter(isTrained)),
    frozen: Object.fromEntries(entries.filter((entry) => !isTrained(entry))),
  };
}

function isTrainable(name: string, frozen: number): boolean {
  if (name.startsWith('task.')) return true;
  if (name.startsWith('embeddings.')) return frozen < 1;
  const layer = /^layer\.(\d+)\./.exec(name);
  return layer !== null && Number(layer[1]) + 1 >= frozen;
}

/** Copies an encoder's weights without its fine-tuned head. */
export function encoderCopy(weights: Weights): Weights {
  const entries = Object.entries(weights).filter(([name]) => !name.startsWith('task.'));
  return Object.fromEntries(
    entries.map(([name, weight]) => [name, variableOf(Float32Array.from(weight.dataSync()), weight.shape)]),
  );
}

export const snapshot = (weights: Weights) =>
  new Map(Object.entries(weights).map(([name, weight]) => [name, Float32Array.from(weight.dataSync())]));

export function restore(weights: Weights, saved: ReadonlyMap<string, Float32Array>): void {
  tf.tidy(() => {
    for (const [name, values] of saved) weights[name]!.assign(tf.tensor(values, weights[name]!.shape));
  });
}

export function clear(weight: tf.Variable): void {
  tf.tidy(() => weight.assign(tf.zeros(weight.shape)));
}
