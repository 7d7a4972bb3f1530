import { encoderCost } from '../model/cost.ts';
import { shareWeights } from '../model/shared-weights.ts';
import type { Run } from '../runs/run-files.ts';
import { batchByLength } from '../sequence/batches.ts';
import type { Behaviours } from '../sequence/encode.ts';
import { inSharedMemory } from '../sequence/shared-behaviours.ts';
import { windowsOf } from '../sequence/windows.ts';
import type { Pool } from '../threads/pool.ts';
import { sharedFloats, toShared } from '../threads/shared-memory.ts';
import { normaliseVector } from './normalise-vector.ts';
import { sumBatch, vectorsTask } from './vectors-task.ts';

/** Parts of histories, each from an event (inclusive) to an event (exclusive): indices into the columns. */
export interface Spans {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/**
 * Computes a vector per span, by default per history: the mean of the encoder's last hidden states over all its events
 * (special tokens and words excluded), scaled to length 1. A span longer than the model's length is read in windows.
 * Returns (spans × width), row-major; an empty span has a vector of zeros. Calls `onProgress` with the number of spans
 * completed.
 */
export async function encodeUsers(
  { encoder, weights }: Pick<Run, 'encoder' | 'weights'>,
  behaviours: Behaviours,
  pool: Pool,
  onProgress: (done: number) => void,
  spans: Spans = wholeHistories(behaviours),
): Promise<Float32Array> {
  const { width } = encoder;
  const windows = windowsOfSpans(behaviours, spans, encoder.length);
  const { from, to, positions, spanOf } = windows;
  const batches = batchByLength(positions);
  const sums = sharedFloats(from.length * width);
  const shape = { encoder, windows: { from, to }, batches, sums };
  await pool.share(
    vectorsTask,
    () => ({ ...shape, behaviours: inSharedMemory(behaviours), weights: shareWeights(weights) }),
    {
      counts: Int32Array.from(batches, (batch) => batch.filter((w) => spanOf[w] !== spanOf[w - 1]).length),
      multiplyAdds: encoderCost(encoder) * positions.reduce((sum, count) => sum + count, 0),
      do: sumBatch(weights, { ...shape, behaviours }),
      tick: onProgress,
    },
  );
  const vectors = new Float32Array(spans.from.length * width);
  spanOf.forEach((span, w) => {
    for (let i = 0; i < width; i++) vectors[span * width + i]! += sums[w * width + i]!;
  });
  for (let at = 0; at < vectors.length; at += width) normaliseVector(vectors.subarray(at, at + width));
  return vectors;
}

export const wholeHistories = ({ users, offsets }: Pick<Behaviours, 'users' | 'offsets'>): Spans => ({
  from: offsets.subarray(0, users.length),
  to: offsets.subarray(1, users.length + 1),
});

/** Returns the windows of all spans, those of a span adjacent, with their numbers of positions and their spans. */
function windowsOfSpans(behaviours: Behaviours, spans: Spans, length: number) {
  const windows = Array.from(spans.from, (from, s) => windowsOf(behaviours, { from, to: spans.to[s]! }, length));
  const flat = windows.flat();
  return {
    from: toShared(Int32Array.from(flat, ({ span }) => span.from)),
    to: toShared(Int32Array.from(flat, ({ span }) => span.to)),
    positions: Int32Array.from(flat, ({ positions }) => positions),
    spanOf: Int32Array.from(windows.flatMap((ofSpan, s) => ofSpan.map(() => s))),
  };
}
