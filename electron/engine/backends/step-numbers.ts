import * as tf from '@tensorflow/tfjs';
import { disposeWeights } from '../model/weights.ts';
import { exampleStep } from './example-step.ts';

/** Loss (`loss`) and gradients by weight. */
export type Numbers = Readonly<Record<string, Float32Array>>;

const SHAPE = { batch: 8, length: 40, width: 32, items: 500 };

/** The numbers of one small step on the backend in use. */
export function stepNumbers(): Numbers {
  const { weights, gradients: gradientsOf } = exampleStep(SHAPE);
  const { loss, gradients } = gradientsOf(7);
  const all = { loss, ...gradients };
  const numbers = Object.entries(all).map(([name, tensor]) => [name, Float32Array.from(tensor.dataSync())] as const);
  tf.dispose(all);
  disposeWeights(weights);
  return Object.fromEntries(numbers);
}

/** The largest difference between two sets of numbers, beside the largest of them. */
export function apart(one: Numbers, other: Numbers, names: readonly string[] = Object.keys(one)): number {
  let [most, furthest] = [0, 0];
  for (const name of names) {
    one[name]!.forEach((value, i) => {
      most = Math.max(most, Math.abs(value));
      furthest = Math.max(furthest, Math.abs(value - other[name]![i]!));
    });
  }
  return furthest / most;
}
