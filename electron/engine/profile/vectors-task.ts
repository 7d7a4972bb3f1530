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
import { normaliseVector } from './normalise-vector.ts';

/** Histories to encode, and the output array. */
export interface VectorTask {
  readonly encoder: EncoderConfig;
  readonly behaviours: Behaviours;
  /** Batches of history indices. */
  readonly batches: readonly Int32Array[];
  /** (histories × width), row-major. */
  readonly vectors: Float32Array;
}

export interface VectorTaskInput extends VectorTask {
  readonly weights: SharedWeights;
}

export const vectorsTask: ParallelTask<VectorTaskInput, void> = {
  name: 'profile.vectors',
  async start(input) {
    await startWasm();
    const weights = copyWeights(input.weights);
    return { do: batchEncoder(weights, input), dispose: () => disposeWeights(weights) };
  },
};

/** Creates a function that encodes one batch by its index. */
export function batchEncoder(weights: Weights, { encoder, behaviours, batches, vectors }: VectorTask) {
  const { width, length } = encoder;
  return (index: number): void => {
    const batch = batches[index]!;
    const sums = sumHiddenStates(encoder, weights, behaviours, batch, length);
    batch.forEach((h, row) => {
      const vector = sums.subarray(row * width, (row + 1) * width);
      normaliseVector(vector);
      vectors.set(vector, h * width);
    });
  };
}

/** Sums the last hidden states over each history's last behaviours: (batch × width), row-major. */
function sumHiddenStates(
  encoder: EncoderConfig,
  weights: Weights,
  behaviours: Behaviours,
  histories: Int32Array,
  length: number,
): Float32Array {
  const { offsets } = behaviours;
  const sequences = Array.from(histories, (h) =>
    buildSequence(behaviours, { from: offsets[h]!, to: offsets[h + 1]! }, length),
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
