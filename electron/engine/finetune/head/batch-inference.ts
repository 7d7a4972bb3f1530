import * as tf from '@tensorflow/tfjs-core';
import type { Sample } from './samples.ts';

/**
 * Returns a function that runs a model on one batch of samples and writes its outputs to their rows of `results`,
 * row-major.
 */
export function batchInference(
  infer: (part: readonly Sample[]) => tf.Tensor2D,
  sampleAt: (place: number) => Sample,
  batches: readonly Int32Array[],
  results: Float32Array,
): (batch: number) => void {
  return (index) => {
    const batch = batches[index]!;
    const tensor = tf.tidy(() => infer(Array.from(batch, sampleAt)));
    const values = tensor.dataSync<'float32'>();
    const [, width] = tensor.shape;
    tensor.dispose();
    batch.forEach((place, i) => {
      results.set(values.subarray(i * width, (i + 1) * width), place * width);
    });
  };
}
