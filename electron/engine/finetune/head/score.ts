import { unscaleInPlace } from '../labels/labels.ts';
import { batchInference } from './batch-inference.ts';
import { type HeadModel, headScores } from './head.ts';
import { headBatchOf } from './head-batch.ts';
import { batchesOf, type Samples } from './samples.ts';

/**
 * Returns the scores of some samples, (rows × outputs), row-major: before softmax or sigmoid, numbers in their own
 * unit.
 */
export function scoreSamples(
  model: HeadModel,
  samples: Samples,
  rows: Int32Array,
  onBatch: (done: number) => void = () => {},
): Float32Array {
  const scores = new Float32Array(rows.length * outputCount(model));
  const batches = batchesOf(samples, rows);
  const score = batchInference(
    (part) => headScores(model, headBatchOf(part)),
    (place) => samples.get(rows[place]!),
    batches,
    scores,
  );
  let done = 0;
  batches.forEach((batch, index) => {
    score(index);
    done += batch.length;
    onBatch(done);
  });
  return unscaleInPlace(scores, model.scale);
}

export const outputCount = ({ weights }: Pick<HeadModel, 'weights'>): number => weights['task.output.bias']!.size;
