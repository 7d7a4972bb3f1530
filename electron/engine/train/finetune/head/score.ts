import * as tf from '@tensorflow/tfjs';
import { unscaled } from '../labels/labels.ts';
import { type HeadModel, headScores } from './head.ts';
import { inBatches, type Samples } from './samples.ts';

/** Scores of some samples, (rows × outputs), row-major: before any softmax or sigmoid; numbers in their own unit. */
export function scoreSamples(
  model: HeadModel,
  samples: Samples,
  rows: Int32Array,
  onBatch: (done: number) => void = () => {},
): Float32Array {
  const outputs = model.weights['task.output.bias']!.size;
  const scores = new Float32Array(rows.length * outputs);
  inBatches(samples, rows, (part, places, done) => {
    const tensor = tf.tidy(() => headScores(model, part));
    const values = tensor.dataSync<'float32'>();
    tensor.dispose();
    places.forEach((place, i) => {
      scores.set(values.subarray(i * outputs, (i + 1) * outputs), place * outputs);
    });
    onBatch(done);
  });
  return unscaled(scores, model.scale);
}
