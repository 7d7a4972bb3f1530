import { polarFactor } from './polar.ts';

/** Vectors of the same users in the same order, (users × width) row-major. */
export interface VectorTable {
  readonly vectors: Float32Array;
  readonly width: number;
}

export interface Alignment {
  /** Share of the variance of `to` that the aligned vectors explain, from 0 to 1. */
  readonly fit: number;
  /** Distance of each aligned vector to that of `to`, as a multiple of the root mean square norm of `to`. */
  readonly distances: Float64Array;
}

/**
 * Aligns vectors to others by orthogonal Procrustes analysis (Gower, “Generalized Procrustes analysis”, 1975): both are
 * centred, and `from` is rotated and scaled so that the sum of squared distances is least. The narrower of the two is
 * padded with zeros.
 */
export function alignVectors(from: VectorTable, to: VectorTable): Alignment {
  const width = Math.max(from.width, to.width);
  const users = from.vectors.length / from.width;
  const [a, b] = [centred(from, users, width), centred(to, users, width)];
  const cross = crossProducts(a, b, width);
  const rotation = polarFactor(cross, width);
  const trace = rotation.reduce((sum, value, at) => sum + value * cross[at]!, 0);
  const [normA, normB] = [squaredNorm(a), squaredNorm(b)];
  const scale = normA > 0 ? trace / normA : 0;
  const unit = Math.sqrt(normB / users);
  const distances = new Float64Array(users);
  for (let user = 0; user < users; user++)
    distances[user] = unit > 0 ? Math.sqrt(squaredDistance(a, b, user * width, rotation, scale, width)) / unit : 0;
  return { fit: normA > 0 && normB > 0 ? trace ** 2 / (normA * normB) : 0, distances };
}

/** Subtracts the mean vector, and pads to a width. */
function centred({ vectors, width }: VectorTable, users: number, padded: number): Float64Array {
  const means = new Float64Array(width);
  for (let at = 0; at < vectors.length; at++) means[at % width]! += vectors[at]! / users;
  const out = new Float64Array(users * padded);
  for (let user = 0; user < users; user++)
    for (let i = 0; i < width; i++) out[user * padded + i] = vectors[user * width + i]! - means[i]!;
  return out;
}

/** Returns Aᵀ·B, (width × width). */
function crossProducts(a: Float64Array, b: Float64Array, width: number): Float64Array {
  const out = new Float64Array(width * width);
  for (let row = 0; row < a.length; row += width) {
    for (let i = 0; i < width; i++) {
      const value = a[row + i]!;
      if (value === 0) continue;
      for (let j = 0; j < width; j++) out[i * width + j]! += value * b[row + j]!;
    }
  }
  return out;
}

const squaredNorm = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);

/** Squared distance of scale · a · rotation to b in the row at `row`. */
function squaredDistance(
  a: Float64Array,
  b: Float64Array,
  row: number,
  rotation: Float64Array,
  scale: number,
  width: number,
): number {
  let sum = 0;
  for (let j = 0; j < width; j++) {
    let aligned = 0;
    for (let i = 0; i < width; i++) aligned += a[row + i]! * rotation[i * width + j]!;
    sum += (scale * aligned - b[row + j]!) ** 2;
  }
  return sum;
}
