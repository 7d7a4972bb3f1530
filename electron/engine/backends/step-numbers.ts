import * as tf from '@tensorflow/tfjs-core';
import { disposeWeights } from '../model/weights.ts';
import { exampleStep } from './example-step.ts';

/** Loss (`loss`) and gradients by weight. */
export type StepNumbers = Readonly<Record<string, Float32Array>>;

const SHAPE = { batch: 8, length: 40, width: 32, items: 500 };

/** Returns the numbers of one small step on the backend in use. */
export function stepNumbers(): StepNumbers {
  const { weights, gradients: gradientsOf } = exampleStep(SHAPE);
  const { loss, gradients } = gradientsOf(7);
  const all = { loss, ...gradients };
  const numbers = Object.entries(all).map(([name, tensor]) => [name, Float32Array.from(tensor.dataSync())] as const);
  tf.dispose(all);
  disposeWeights(weights);
  return Object.fromEntries(numbers);
}

/**
 * Returns the largest absolute difference between two sets of numbers, relative to the largest absolute value of the
 * first.
 */
export function relativeDifference(
  first: StepNumbers,
  second: StepNumbers,
  names: readonly string[] = Object.keys(first),
): number {
  let [largest, largestDifference] = [0, 0];
  for (const name of names) {
    first[name]!.forEach((value, i) => {
      largest = Math.max(largest, Math.abs(value));
      largestDifference = Math.max(largestDifference, Math.abs(value - second[name]![i]!));
    });
  }
  return largestDifference / largest;
}
