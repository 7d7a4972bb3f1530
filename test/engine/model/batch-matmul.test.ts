import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inEveryBuild } from './builds.ts';
import { distance, normals, slopes } from './numeric.ts';

interface Product {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly batchA: number;
  readonly batchB: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

const upTo = (max: number) => fc.integer({ min: 1, max });
const products = (m: number, n: number, k: number, batches = [[1, 1]]): fc.Arbitrary<Product> =>
  fc
    .record({ m: upTo(m), n: upTo(n), k: upTo(k), transposeA: fc.boolean(), transposeB: fc.boolean() })
    .chain((shape) =>
      fc.constantFrom(...batches).map(([batchA, batchB]) => ({ ...shape, batchA: batchA!, batchB: batchB! })),
    );

/** Matrix product by its definition, in double precision. */
function plainProduct({ m, n, k, batchA, batchB, transposeA, transposeB }: Product, a: Float32Array, b: Float32Array) {
  const batch = Math.max(batchA, batchB);
  const out = new Float64Array(batch * m * n);
  for (let t = 0; t < batch; t++) {
    const at = (batchA === 1 ? 0 : t) * m * k;
    const bt = (batchB === 1 ? 0 : t) * k * n;
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let p = 0; p < k; p++) {
          sum += a[at + (transposeA ? p * m + i : i * k + p)]! * b[bt + (transposeB ? j * k + p : p * n + j)]!;
        }
        out[(t * m + i) * n + j] = sum;
      }
    }
  }
  return out;
}

function shapes({ m, n, k, batchA, batchB, transposeA, transposeB }: Product): [number[], number[]] {
  return [transposeA ? [batchA, k, m] : [batchA, m, k], transposeB ? [batchB, n, k] : [batchB, k, n]];
}

/** Compares within single precision: the error of a sum of normal numbers grows with their number. */
function expectSumOfProducts(product: Product, seed: number): void {
  const [shapeA, shapeB] = shapes(product);
  const a = normals(tf.util.sizeFromShape(shapeA), seed);
  const b = normals(tf.util.sizeFromShape(shapeB), seed + 1);
  const { transposeA, transposeB } = product;
  const out = tf.tidy(() => tf.matMul(tf.tensor(a, shapeA), tf.tensor(b, shapeB), transposeA, transposeB));
  expect(distance(out.dataSync(), plainProduct(product, a, b))).toBeLessThan(Math.max(1e-4, 5e-7 * product.k));
  expect(out.shape).toEqual([Math.max(product.batchA, product.batchB), product.m, product.n]);
  out.dispose();
}

inEveryBuild(() => {
  describe('the matrix product', () => {
    it('is correct for any shape, transposed or not, with one or many batches on either side', () => {
      const batches = [
        [1, 1],
        [3, 3],
        [1, 4],
        [4, 1],
      ];
      fc.assert(fc.property(products(37, 37, 37, batches), fc.integer(), expectSumOfProducts), { numRuns: 150 });
    });

    it('is correct if it is too large for one pass', () => {
      fc.assert(fc.property(products(20, 20, 900), fc.integer(), expectSumOfProducts), { numRuns: 40 });
      fc.assert(fc.property(products(500, 20, 20), fc.integer(), expectSumOfProducts), { numRuns: 40 });
      fc.assert(fc.property(products(20, 700, 20), fc.integer(), expectSumOfProducts), { numRuns: 40 });
      fc.assert(fc.property(products(420, 40, 600), fc.integer(), expectSumOfProducts), { numRuns: 10 });
    });

    it('is zero for an empty inner dimension', () => {
      tf.tidy(() => {
        tf.fill([21], 7).dispose();
        const out = tf.matMul(tf.zeros<tf.Rank.R2>([3, 0]), tf.zeros<tf.Rank.R2>([0, 7]));
        expect(out.shape).toEqual([3, 7]);
        expect(new Set(out.dataSync())).toEqual(new Set([0]));
      });
    });

    it('does not write outside of its memory at the edge of a block', () => {
      tf.tidy(() => {
        const before = tf.fill([64], 7);
        const out = tf.matMul(tf.ones<tf.Rank.R2>([7, 5]), tf.ones<tf.Rank.R2>([5, 9]));
        const after = tf.fill([64], 8);
        expect(new Set(out.dataSync())).toEqual(new Set([5]));
        expect(new Set(before.dataSync())).toEqual(new Set([7]));
        expect(new Set(after.dataSync())).toEqual(new Set([8]));
      });
    });

    it.each([
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ])('has gradients that match finite differences (transposed: %s, %s)', (transposeA, transposeB) => {
      const product = { m: 5, n: 7, k: 3, batchA: 2, batchB: 2, transposeA, transposeB };
      const [shapeA, shapeB] = shapes(product);
      const a = normals(tf.util.sizeFromShape(shapeA), 1);
      const b = normals(tf.util.sizeFromShape(shapeB), 2);
      const weigh = normals(2 * 5 * 7, 3);
      const loss = (x: tf.Tensor, y: tf.Tensor) =>
        tf
          .matMul(x, y, transposeA, transposeB)
          .mul(tf.tensor(weigh, [2, 5, 7]))
          .sum();
      tf.tidy(() => {
        const [da, db] = tf.grads((x, y) => loss(x!, y!))([tf.tensor(a, shapeA), tf.tensor(b, shapeB)]);
        const value = (x: Float32Array, y: Float32Array) =>
          tf.tidy(() => loss(tf.tensor(x, shapeA), tf.tensor(y, shapeB)).dataSync()[0]!);
        expect(
          distance(
            da!.dataSync(),
            slopes((x) => value(x, b), a),
          ),
        ).toBeLessThan(5e-3);
        expect(
          distance(
            db!.dataSync(),
            slopes((y) => value(a, y), b),
          ),
        ).toBeLessThan(5e-3);
      });
    });
  });
});
