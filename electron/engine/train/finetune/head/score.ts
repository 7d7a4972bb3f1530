import * as tf from '@tensorflow/tfjs';
import { unscaled } from '../labels/labels.ts';
import { type HeadModel, headScores } from './head.ts';
import { lengthOf, type Samples } from './samples.ts';

/** Samples and positions that are encoded at once, at most. */
const SAMPLES = 64;
const POSITIONS = 8192;

/** Scores of some samples, (rows × outputs), row-major: before any softmax or sigmoid; numbers in their own unit. */
export function scoreSamples(
  model: HeadModel,
  samples: Samples,
  rows: Int32Array,
  onBatch: (done: number) => void = () => {},
): Float32Array {
  const outputs = model.weights['task.output.bias']!.size;
  const scores = new Float32Array(rows.length * outputs);
  const lengths = rows.map((row) => lengthOf(samples.of(row)));
  const order = Int32Array.from(rows.keys()).sort((a, b) => lengths[a]! - lengths[b]!);
  for (let start = 0, end = 0; start < order.length; start = end) {
    for (let held = 0; end < order.length && fits(end - start, held + lengths[order[end]!]!); end++) {
      held += lengths[order[end]!]!;
    }
    const part = order.subarray(start, end);
    const tensor = tf.tidy(() =>
      headScores(
        model,
        Array.from(part, (r) => samples.of(rows[r]!)),
      ),
    );
    const values = tensor.dataSync<'float32'>();
    tensor.dispose();
    part.forEach((r, i) => {
      scores.set(values.subarray(i * outputs, (i + 1) * outputs), r * outputs);
    });
    onBatch(end);
  }
  return unscaled(scores, model.scale);
}

const fits = (samples: number, positions: number) => samples === 0 || (samples < SAMPLES && positions <= POSITIONS);
