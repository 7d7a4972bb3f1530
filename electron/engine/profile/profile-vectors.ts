import type { Pooling } from '../../../shared/domain/pooling.ts';
import type { EncoderConfig } from '../model/config.ts';
import type { Run } from '../runs/run-files.ts';
import { measureSequence } from '../sequence/build-sequence.ts';
import type { Behaviours } from '../sequence/encode.ts';
import type { Pool } from '../threads/pool.ts';
import { encodeUsers, type Spans, wholeHistories } from './encode-users.ts';
import { itemMeans } from './item-means.ts';
import type { ItemVectors } from './item-vectors.ts';
import { normaliseVector } from './normalise-vector.ts';

interface Options {
  readonly pooling: Pooling;
  /** Item vectors for the second half of a `full` vector. */
  readonly items: ItemVectors;
  /** Parts of histories with a vector each; by default every whole history. */
  readonly spans?: Spans;
}

/**
 * Computes the vector of each span, of length 1, as the pooling says. Returns (spans × `vectorWidth`), row-major. Calls
 * `onProgress` with the number of spans completed.
 */
export async function profileVectors(
  run: Pick<Run, 'encoder' | 'weights'>,
  behaviours: Behaviours,
  pool: Pool,
  onProgress: (done: number) => void,
  { pooling, items, spans = wholeHistories(behaviours) }: Options,
): Promise<Float32Array> {
  const read = pooling === 'recent' ? recentSpans(behaviours, spans, run.encoder.length) : spans;
  const states = await encodeUsers(run, behaviours, pool, onProgress, read);
  if (pooling !== 'full') return states;
  return concatenate(states, itemMeans(items, behaviours, spans), run.encoder.width);
}

/** Number of dimensions of a vector. */
export const vectorWidth = ({ width }: EncoderConfig, pooling: Pooling): number =>
  pooling === 'full' ? 2 * width : width;

/** Returns the pooling of stored vectors by their number of dimensions. */
export const poolingOf = ({ width }: EncoderConfig, dimensions: number): Pooling =>
  dimensions === 2 * width ? 'full' : 'history';

/** Returns the last part of each span that fits into one sequence. */
function recentSpans(behaviours: Behaviours, { from, to }: Spans, length: number): Spans {
  const start = (first: number, s: number) => measureSequence(behaviours, { from: first, to: to[s]! }, length).from;
  return { from: from.map(start), to };
}

/** Concatenates two rows of length 1 each, scaled so that the result has length 1 too. */
function concatenate(a: Float32Array, b: Float32Array, width: number): Float32Array {
  const both = new Float32Array(2 * a.length);
  for (let row = 0; row < a.length / width; row++) {
    const [left, right] = [a.subarray(row * width, (row + 1) * width), b.subarray(row * width, (row + 1) * width)];
    both.set(left, 2 * row * width);
    both.set(right, (2 * row + 1) * width);
  }
  for (let at = 0; at < both.length; at += 2 * width) normaliseVector(both.subarray(at, at + 2 * width));
  return both;
}
