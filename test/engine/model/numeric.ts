import { Random } from '../../../shared/domain/random.ts';

/** Returns standard normal numbers. */
export function normals(count: number, seed: number): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({ length: count }, () => random.normal());
}

/** Maximum difference between two arrays of the same length. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!));
  return most;
}

/** Gradient of a scalar function by central differences. */
export function slopes(of: (x: Float32Array) => number, at: Float32Array, step = 1e-2): Float32Array {
  return at.map((value, i) => {
    const moved = at.slice();
    moved[i] = value + step;
    const above = of(moved);
    moved[i] = value - step;
    return (above - of(moved)) / (2 * step);
  });
}
