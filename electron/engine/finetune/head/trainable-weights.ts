import * as tf from '@tensorflow/tfjs';
import { variableOf, type Weights } from '../../model/weights.ts';

/** The weights that are trained: not those of the question that pre-training asked, nor those of frozen parts. */
export function learntWeights(weights: Weights, frozen: number): Weights {
  return Object.fromEntries(Object.entries(weights).filter(([name]) => learns(name, frozen)));
}

function learns(name: string, frozen: number): boolean {
  if (name.startsWith('task.')) return true;
  if (name.startsWith('embeddings.')) return frozen < 1;
  const layer = /^layer\.(\d+)\./.exec(name);
  return layer !== null && Number(layer[1]) + 1 >= frozen;
}

/** An encoder's weights without another head's. */
export function encoderCopy(weights: Weights): Weights {
  const entries = Object.entries(weights).filter(([name]) => !name.startsWith('task.'));
  return Object.fromEntries(
    entries.map(([name, weight]) => [name, variableOf(Float32Array.from(weight.dataSync()), weight.shape)]),
  );
}

export const snapshot = (weights: Weights) =>
  new Map(Object.entries(weights).map(([name, weight]) => [name, Float32Array.from(weight.dataSync())]));

export function restore(weights: Weights, kept: ReadonlyMap<string, Float32Array>): void {
  tf.tidy(() => {
    for (const [name, values] of kept) weights[name]!.assign(tf.tensor(values, weights[name]!.shape));
  });
}

export function clear(weight: tf.Variable): void {
  tf.tidy(() => weight.assign(tf.zeros(weight.shape)));
}
