import type { KernelTeam } from '../kernels/kernel-team.ts';

export type Metric = 'cosine' | 'euclidean';

/** Vectors in the memory of the kernels. */
export interface KernelVectors {
  readonly points: number;
  /** Floats per vector, a multiple of four. */
  readonly width: number;
  readonly metric: Metric;
  /** Address of (points × width), row-major. */
  readonly vectors: number;
  /** Address of a number per vector that scores subtract. */
  readonly bias: number;
}

/**
 * Copies vectors into the memory of the kernels: to unit length for the cosine; for the Euclidean distance minus their
 * mean, so that products lose little precision.
 */
export function loadVectors(team: KernelTeam, vectors: Float32Array, width: number, metric: Metric): KernelVectors {
  const points = vectors.length / width;
  const padded = Math.ceil(width / 4) * 4;
  const at = team.arena.allocate(4 * points * padded);
  const bias = team.arena.allocate(4 * points);
  const rows = team.arena.floats(at, points * padded);
  const biases = team.arena.floats(bias, points);
  const shift = metric === 'euclidean' ? meanOf(vectors, width) : new Float64Array(width);
  for (let p = 0; p < points; p++) {
    let squares = 0;
    for (let i = 0; i < width; i++) squares += (vectors[p * width + i]! - shift[i]!) ** 2;
    const scale = metric === 'cosine' && squares > 0 ? 1 / Math.sqrt(squares) : 1;
    for (let i = 0; i < width; i++) rows[p * padded + i] = scale * (vectors[p * width + i]! - shift[i]!);
    biases[p] = metric === 'euclidean' ? squares / 2 : 0;
  }
  return { points, width: padded, metric, vectors: at, bias };
}

function meanOf(vectors: Float32Array, width: number): Float64Array {
  const mean = new Float64Array(width);
  for (let at = 0; at < vectors.length; at += width) for (let i = 0; i < width; i++) mean[i]! += vectors[at + i]!;
  return mean.map((sum) => (sum * width) / vectors.length);
}
