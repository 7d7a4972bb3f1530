import { unscaled } from '../labels/labels.ts';
import { askBatches } from './batch-inference.ts';
import { type HeadModel, headScores } from './head.ts';
import { batchesOf, type Samples } from './samples.ts';

/** Scores of some samples, (rows × outputs), row-major: before any softmax or sigmoid; numbers in their own unit. */
export function scoreSamples(
  model: HeadModel,
  samples: Samples,
  rows: Int32Array,
  onBatch: (done: number) => void = () => {},
): Float32Array {
  const scores = new Float32Array(rows.length * outputsOf(model));
  const batches = batchesOf(samples, rows);
  const score = askBatches(
    (part) => headScores(model, part),
    (place) => samples.of(rows[place]!),
    batches,
    scores,
  );
  let done = 0;
  batches.forEach((batch, index) => {
    score(index);
    done += batch.length;
    onBatch(done);
  });
  return unscaled(scores, model.scale);
}

export const outputsOf = ({ weights }: Pick<HeadModel, 'weights'>): number => weights['task.output.bias']!.size;
