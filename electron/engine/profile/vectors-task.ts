import * as tf from '@tensorflow/tfjs-core';
import type { EncoderConfig } from '../model/config.ts';
import { encodeRows } from '../model/encoder.ts';
import { startWasm } from '../model/kernels/register.ts';
import { sumRows } from '../model/ops/lookup.ts';
import { copyWeights, type SharedWeights } from '../model/shared-weights.ts';
import { disposeWeights, type Weights } from '../model/weights.ts';
import { padBatch } from '../sequence/batches.ts';
import { buildSequence } from '../sequence/build-sequence.ts';
import type { Behaviours } from '../sequence/encode.ts';
import type { ParallelTask } from '../threads/task.ts';

/** Windows of histories to encode, and the output array. */
export interface VectorTask {
  readonly encoder: EncoderConfig;
  readonly behaviours: Behaviours;
  /** First event (inclusive) and last event (exclusive) of each window, which fits into one sequence. */
  readonly windows: { readonly from: Int32Array; readonly to: Int32Array };
  /** Batches of window indices. */
  readonly batches: readonly Int32Array[];
  /** (windows × width), row-major: receives the sum of the last hidden states over the events of each window. */
  readonly sums: Float32Array;
}

export interface VectorTaskInput extends VectorTask {
  readonly weights: SharedWeights;
}

export const vectorsTask: ParallelTask<VectorTaskInput, void> = {
  name: 'profile.vectors',
  async start(input) {
    await startWasm();
    const weights = copyWeights(input.weights);
    return { do: sumBatch(weights, input), dispose: () => disposeWeights(weights) };
  },
};

/** Creates a function that encodes one batch of windows by its index. */
export function sumBatch(weights: Weights, task: VectorTask) {
  return (index: number): void => {
    const batch = task.batches[index]!;
    const { width } = task.encoder;
    const sums = sumHiddenStates(weights, task, batch);
    batch.forEach((window, row) => {
      task.sums.set(sums.subarray(row * width, (row + 1) * width), window * width);
    });
  };
}

/** Sums the last hidden states over the events of each window: (batch × width), row-major. */
function sumHiddenStates(
  weights: Weights,
  { encoder, behaviours, windows: { from, to } }: VectorTask,
  batchWindows: Int32Array,
): Float32Array {
  const sequences = Array.from(batchWindows, (w) =>
    buildSequence(behaviours, { from: from[w]!, to: to[w]! }, encoder.length),
  );
  const batch = padBatch(sequences);
  const rows: number[] = [];
  const sequenceIndices: number[] = [];
  sequences.forEach(({ event }, row) => {
    event.forEach((e, t) => {
      if (e < 0) return;
      rows.push(row * batch.length + t);
      sequenceIndices.push(row);
    });
  });
  const sums = tf.tidy(() =>
    sumRows(
      encodeRows(encoder, weights, batch, Int32Array.from(rows)),
      tf.tensor1d(sequenceIndices, 'int32'),
      sequences.length,
    ),
  );
  // Read outside the tidy, which would search every number of its return value for tensors.
  const values = sums.dataSync<'float32'>();
  sums.dispose();
  return values;
}
