import * as tf from '@tensorflow/tfjs';
import { encodeBatch } from '../model/encoder.ts';
import { type Batch, padBatch } from '../sequence/batches.ts';
import type { Behaviours } from '../sequence/encode.ts';
import { layOut, type Positions } from '../sequence/layout.ts';
import type { Run } from '../train/run-files.ts';

const BATCH = 64;

type Model = Pick<Run, 'encoder' | 'weights'>;

/**
 * A vector for each history: the mean, over its last behaviours (special positions left out), of what the encoder's last
 * layer says of them, scaled to length 1. Gives (histories × width), row-major, in the order of `behaviours`.
 */
export function encodeUsers(run: Model, behaviours: Behaviours, onBatch: (done: number) => void): Float32Array {
  const { width, length } = run.encoder;
  const { offsets, users, words } = behaviours;
  const vectors = new Float32Array(users.length * width);
  const lengths = users.map((_, h) => {
    const [from, to] = [offsets[h]!, offsets[h + 1]!];
    return Math.min(length, to - from + (words ? words.offsets[to]! - words.offsets[from]! : 0));
  });
  const order = Int32Array.from(users.keys()).sort((a, b) => lengths[a]! - lengths[b]!);
  for (let start = 0; start < order.length; start += BATCH) {
    const part = order.subarray(start, start + BATCH);
    const sequences = Array.from(part, (h) => layOut(behaviours, { from: offsets[h]!, to: offsets[h + 1]! }, length));
    const hidden = hiddenOf(run, padBatch(sequences));
    part.forEach((h, row) => {
      meanInto(
        vectors.subarray(h * width, (h + 1) * width),
        hidden.values,
        row * hidden.length * width,
        sequences[row]!,
      );
    });
    onBatch(start + part.length);
  }
  return vectors;
}

/** (batch × positions × width), row-major. Read outside of `tidy`, which looks for tensors in all that it is given back. */
function hiddenOf(run: Model, batch: Batch) {
  const hidden = tf.tidy(() => encodeBatch(run.encoder, run.weights, batch).hidden);
  const values = hidden.dataSync<'float32'>();
  hidden.dispose();
  return { values, length: batch.length };
}

function meanInto(out: Float32Array, hidden: Float32Array, at: number, { event }: Positions): void {
  const width = out.length;
  for (let t = 0; t < event.length; t++) {
    if (event[t]! < 0) continue;
    for (let i = 0; i < width; i++) out[i]! += hidden[at + t * width + i]!;
  }
  normalise(out);
}

/** Scales a vector to length 1; zeros stay zeros. */
export function normalise(vector: Float32Array): void {
  const norm = Math.hypot(...vector);
  if (norm > 0) for (let i = 0; i < vector.length; i++) vector[i]! /= norm;
}
