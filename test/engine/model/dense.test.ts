import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { dense, denseGelu } from '../../../electron/engine/model/ops/dense.ts';
import { distance, normals, slopes } from './numeric.ts';

beforeAll(async () => {
  await startWasm();
});

const random = (shape: number[], seed: number) => tf.tensor(normals(tf.util.sizeFromShape(shape), seed), shape);
const layerOf = (inputs: number, outputs: number, seed: number) => ({
  weight: random([inputs, outputs], seed),
  bias: random([outputs], seed + 1),
});

/** Checks the gradient of a weighted sum of an operation's output against finite differences. */
function expectGradient(operation: (x: tf.Tensor) => tf.Tensor, shape: number[]): void {
  const x = normals(tf.util.sizeFromShape(shape), 11);
  const loss = (t: tf.Tensor) => {
    const y = operation(t);
    return y.mul(random(y.shape, 12)).sum();
  };
  const value = (v: Float32Array) => tf.tidy(() => loss(tf.tensor(v, shape)).dataSync()[0]!);
  const gradient = tf.tidy(() => tf.grad(loss)(tf.tensor(x, shape)).dataSync());
  expect(distance(gradient, slopes(value, x))).toBeLessThan(1e-2);
}

describe('dense layers', () => {
  it('compute products plus biases, side by side', () => {
    const size = fc.integer({ min: 1, max: 23 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        size,
        size,
        size,
        fc.integer(),
        (rows, inputs, one, other, seed) => {
          tf.tidy(() => {
            const x = random([rows, inputs], seed) as tf.Tensor2D;
            const layers = [layerOf(inputs, one, seed + 1), layerOf(inputs, other, seed + 3)];
            const plain = tf.concat(
              layers.map(({ weight, bias }) => tf.matMul(x, weight as tf.Tensor2D).add(bias)),
              1,
            );
            expect(distance(dense(x, layers).dataSync(), plain.dataSync())).toBeLessThan(2e-5);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('have gradients that match finite differences', () => {
    for (const rows of [1, 3, 200]) {
      tf.tidy(() => {
        const x = random([rows, 3], 1);
        const [first, second] = [layerOf(3, 2, 3), layerOf(3, 5, 5)];
        expectGradient((v) => dense(v, [first, second]), [rows, 3]);
        expectGradient((v) => dense(x.div(Math.sqrt(rows)), [first, { ...second, weight: v }]), [3, 5]);
        expectGradient((v) => dense(x, [{ ...first, bias: v.div(Math.sqrt(rows)) }, second]), [2]);
      });
    }
  });
});

describe('a dense layer with GELU', () => {
  it('is x times the normal distribution function of the layer’s output, to 1e-5', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: -30, max: 30, noNaN: true }), { minLength: 1, maxLength: 41 }), (values) => {
        tf.tidy(() => {
          const x = tf.tensor1d(values);
          const actual = denseGelu(x.as2D(-1, 1), { weight: tf.ones([1, 1]), bias: tf.zeros([1]) });
          const plain = x.mul(x.mul(Math.SQRT1_2).erf().add(1)).mul(0.5);
          expect(distance(actual.dataSync(), plain.dataSync())).toBeLessThan(1e-5);
        });
      }),
    );
  });

  it('has gradients that match finite differences', () => {
    for (const rows of [1, 3, 200]) {
      tf.tidy(() => {
        const x = random([rows, 3], 1);
        const layer = layerOf(3, 5, 5);
        expectGradient((v) => denseGelu(v, layer), [rows, 3]);
        expectGradient((v) => denseGelu(x, { ...layer, weight: v }).div(Math.sqrt(rows)), [3, 5]);
        expectGradient((v) => denseGelu(x, { ...layer, bias: v }).div(Math.sqrt(rows)), [5]);
      });
    }
  });
});
