import * as tf from '@tensorflow/tfjs';
import { pooledVectors } from './head.ts';
import { inBatches, type Samples } from './samples.ts';

/** What an encoder that is not trained says of samples, (samples × 2 widths), row-major: computed once for all heads on it. */
export function vectorsOf(
  start: Parameters<typeof pooledVectors>[0],
  samples: Samples,
  count: number,
  onBatch: (done: number) => void,
): Float32Array {
  const width = 2 * start.encoder.width;
  const vectors = new Float32Array(count * width);
  inBatches(
    samples,
    Int32Array.from({ length: count }, (_, i) => i),
    (part, rows, done) => {
      const tensor = tf.tidy(() => pooledVectors(start, part));
      const values = tensor.dataSync<'float32'>();
      tensor.dispose();
      rows.forEach((row, i) => {
        vectors.set(values.subarray(i * width, (i + 1) * width), row * width);
      });
      onBatch(done);
    },
  );
  return vectors;
}
