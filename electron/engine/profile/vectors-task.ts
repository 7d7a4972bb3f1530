import * as tf from '@tensorflow/tfjs';
import type { EncoderConfig } from '../model/config.ts';
import { encodeRows } from '../model/encoder.ts';
import { startWasm } from '../model/kernels/register.ts';
import { sumRows } from '../model/ops/lookup.ts';
import { ownWeights, type SharedWeights } from '../model/shared-weights.ts';
import { disposeWeights, type Weights } from '../model/weights.ts';
import type { Work } from '../parallel-tasks.ts';
import { padBatch } from '../sequence/batches.ts';
import { layOut } from '../sequence/build-sequence.ts';
import type { Behaviours } from '../sequence/encode.ts';
import { normalise } from './normalise-vector.ts';

/** Whose vectors are asked for, and where they go. */
export interface Vectors {
  readonly encoder: EncoderConfig;
  readonly behaviours: Behaviours;
  /** Histories that are encoded together, by their places. */
  readonly batches: readonly Int32Array[];
  /** (histories × width), row-major. */
  readonly vectors: Float32Array;
}

export interface VectorsInput extends Vectors {
  readonly weights: SharedWeights;
}

export async function vectorsWork(input: VectorsInput): Promise<Work> {
  await startWasm();
  const weights = ownWeights(input.weights);
  return { do: encodeBatches(weights, input), end: () => disposeWeights(weights) };
}

/** Gives a function that encodes one of the batches. */
export function encodeBatches(weights: Weights, { encoder, behaviours, batches, vectors }: Vectors) {
  const { width, length } = encoder;
  return (index: number): void => {
    const batch = batches[index]!;
    const sums = sumsOf(encoder, weights, behaviours, batch, length);
    batch.forEach((h, row) => {
      const own = sums.subarray(row * width, (row + 1) * width);
      normalise(own);
      vectors.set(own, h * width);
    });
  };
}

/** Of each history the sum of what the last layer says of its last behaviours: (batch × width), row-major. */
function sumsOf(
  encoder: EncoderConfig,
  weights: Weights,
  behaviours: Behaviours,
  histories: Int32Array,
  length: number,
): Float32Array {
  const { offsets } = behaviours;
  const sequences = Array.from(histories, (h) =>
    layOut(behaviours, { from: offsets[h]!, to: offsets[h + 1]! }, length),
  );
  const batch = padBatch(sequences);
  const rows: number[] = [];
  const owners: number[] = [];
  sequences.forEach(({ event }, row) => {
    event.forEach((e, t) => {
      if (e < 0) return;
      rows.push(row * batch.length + t);
      owners.push(row);
    });
  });
  const sums = tf.tidy(() =>
    sumRows(encodeRows(encoder, weights, batch, Int32Array.from(rows)), tf.tensor1d(owners, 'int32'), sequences.length),
  );
  // Read outside the tidy, which would look for tensors in every number of what it returns.
  const values = sums.dataSync<'float32'>();
  sums.dispose();
  return values;
}
