import { normaliseVector } from '../../electron/engine/profile/normalise-vector.ts';
import { Random } from '../../shared/domain/random.ts';

/** Samples unit vectors around random directions; returns them with the direction of each. */
export function plantedVectors(points: number, width: number, groups: number, spread: number, seed = 1) {
  const random = new Random(seed);
  const centres = Array.from({ length: groups }, () => Float32Array.from({ length: width }, () => random.normal()));
  const vectors = new Float32Array(points * width);
  const truth = new Int32Array(points);
  for (let p = 0; p < points; p++) {
    truth[p] = random.integer(groups);
    const vector = vectors.subarray(p * width, (p + 1) * width);
    for (let i = 0; i < width; i++) vector[i] = centres[truth[p]!]![i]! + spread * random.normal();
    normaliseVector(vector);
  }
  return { vectors, truth };
}

/** Adjusted Rand index of two partitions: 1 if identical, about 0 by chance (Hubert and Arabie, 1985). */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const pairs = (n: number) => (n * (n - 1)) / 2;
  const count = (keys: string[]) => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()].reduce((sum, n) => sum + pairs(n), 0);
  };
  const rows = Array.from({ length: a.length }, (_, i) => i);
  const both = count(rows.map((i) => `${a[i]} ${b[i]}`));
  const [inA, inB] = [count(rows.map((i) => `${a[i]}`)), count(rows.map((i) => `${b[i]}`))];
  const expected = (inA * inB) / pairs(a.length);
  return (both - expected) / ((inA + inB) / 2 - expected);
}
