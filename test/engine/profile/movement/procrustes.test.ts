import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { polarFactor } from '../../../../electron/engine/profile/movement/polar.ts';
import { alignVectors } from '../../../../electron/engine/profile/movement/procrustes.ts';
import { Random } from '../../../../shared/domain/random.ts';

const table = (seed: number, users: number, width: number) => {
  const random = new Random(seed);
  return { vectors: Float32Array.from({ length: users * width }, () => random.normal()), width };
};

function multiply(a: ArrayLike<number>, b: ArrayLike<number>, inner: number, width: number): Float64Array {
  const rows = a.length / inner;
  return Float64Array.from({ length: rows * width }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < inner; k++) sum += a[Math.floor(at / width) * inner + k]! * b[k * width + (at % width)]!;
    return sum;
  });
}

const transposed = (m: Float64Array, n: number) =>
  Float64Array.from(m, (_, at) => m[(at % n) * n + Math.floor(at / n)]!);
const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, at) => Math.abs(value - b[at]!)));
const identity = (n: number) => Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));
const randomRotation = (seed: number, n: number) => polarFactor(Float64Array.from(table(seed, n, n).vectors), n);

describe('the polar factor', () => {
  it('is orthogonal, and its product with the matrix is symmetric and positive semi-definite', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 12 }), (seed, n) => {
        const matrix = Float64Array.from(table(seed, n, n).vectors);
        const factor = polarFactor(matrix, n);
        expect(largestDifference(multiply(transposed(factor, n), factor, n, n), identity(n))).toBeLessThan(1e-9);
        // M = R·P with P = RᵀM.
        const symmetric = multiply(transposed(factor, n), matrix, n, n);
        expect(largestDifference(symmetric, transposed(symmetric, n))).toBeLessThan(1e-8);
        for (let i = 0; i < n; i++) expect(symmetric[i * n + i]!).toBeGreaterThan(-1e-9);
      }),
      { numRuns: 50 },
    );
  });

  it('of a singular matrix, or of zeros, is orthogonal', () => {
    for (const matrix of [new Float64Array(16), Float64Array.from({ length: 16 }, (_, at) => at % 4)]) {
      const factor = polarFactor(matrix, 4);
      expect(largestDifference(multiply(transposed(factor, 4), factor, 4, 4), identity(4))).toBeLessThan(1e-9);
    }
  });
});

describe('an alignment', () => {
  it('of vectors that were rotated, scaled and shifted is exact', () => {
    const to = table(1, 200, 8);
    const rotated = multiply(to.vectors, randomRotation(2, 8), 8, 8);
    const from = { vectors: Float32Array.from(rotated, (value, at) => 3 * value + (at % 8)), width: 8 };
    const { fit, distances } = alignVectors(from, to);
    expect(fit).toBeCloseTo(1, 6);
    expect(Math.max(...distances)).toBeLessThan(1e-5);
  });

  it('finds the user who alone has moved', () => {
    const to = table(3, 300, 8);
    const vectors = Float32Array.from(multiply(to.vectors, randomRotation(4, 8), 8, 8));
    for (let i = 0; i < 8; i++) vectors[17 * 8 + i]! *= -2;
    const { distances } = alignVectors({ vectors, width: 8 }, to);
    expect(distances.indexOf(Math.max(...distances))).toBe(17);
  });

  it('of independent vectors explains little', () => {
    expect(alignVectors(table(5, 2000, 8), table(6, 2000, 8)).fit).toBeLessThan(0.05);
  });

  it('pads the narrower vectors', () => {
    const to = table(7, 100, 8);
    const vectors = Float32Array.from({ length: 500 }, (_, at) => to.vectors[Math.floor(at / 5) * 8 + (at % 5)]!);
    const { fit } = alignVectors({ vectors, width: 5 }, to);
    expect(fit).toBeGreaterThan(0.55);
    expect(fit).toBeLessThan(0.7);
  });

  it('of equal vectors is none', () => {
    const same = { vectors: new Float32Array(40).fill(0), width: 4 };
    expect(alignVectors(same, same)).toEqual({ fit: 0, distances: new Float64Array(10) });
  });
});
