import * as tf from '@tensorflow/tfjs';
import type { Sample } from './samples.ts';

/**
 * Gives a function that asks a model about the samples at the places of one batch and writes what it answers, a row a sample,
 * to their places in `answers`, row-major.
 */
export function askBatches(
  ask: (part: readonly Sample[]) => tf.Tensor2D,
  sampleAt: (place: number) => Sample,
  batches: readonly Int32Array[],
  answers: Float32Array,
): (batch: number) => void {
  return (index) => {
    const batch = batches[index]!;
    const tensor = tf.tidy(() => ask(Array.from(batch, sampleAt)));
    const values = tensor.dataSync<'float32'>();
    const [, width] = tensor.shape;
    tensor.dispose();
    batch.forEach((place, i) => {
      answers.set(values.subarray(i * width, (i + 1) * width), place * width);
    });
  };
}
