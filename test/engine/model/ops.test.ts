import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { addBias } from '../../../electron/engine/model/ops/add-bias.ts';
import { attentionSoftmax } from '../../../electron/engine/model/ops/attention-softmax.ts';
import { embeddingSum } from '../../../electron/engine/model/ops/embedding-sum.ts';
import { layerNorm } from '../../../electron/engine/model/ops/layer-norm.ts';
import { lookup } from '../../../electron/engine/model/ops/lookup.ts';
import { distance, normals, slopes } from './numeric.ts';

beforeAll(async () => {
  await startWasm();
});

const size = fc.integer({ min: 1, max: 23 });
const seed = fc.integer();
const close = 2e-6;

/** Compares an operation's output with equivalent plain TensorFlow.js operations. */
function expectSame(ours: () => tf.Tensor, plain: () => tf.Tensor, within: number): void {
  tf.tidy(() => {
    expect(distance(ours().dataSync(), plain().dataSync())).toBeLessThan(within);
  });
}

/** Checks the gradient of a weighted sum of an operation's output against finite differences. */
function expectGradient(operation: (x: tf.Tensor) => tf.Tensor, shape: number[], within = 5e-3): void {
  const x = normals(tf.util.sizeFromShape(shape), 11);
  tf.tidy(() => {
    const loss = (t: tf.Tensor) => {
      const y = operation(t);
      return y.mul(tf.tensor(normals(y.size, 12), y.shape)).sum();
    };
    const gradient = tf.grad(loss)(tf.tensor(x, shape)).dataSync();
    const value = (v: Float32Array) => tf.tidy(() => loss(tf.tensor(v, shape)).dataSync()[0]!);
    expect(distance(gradient, slopes(value, x))).toBeLessThan(within);
  });
}

const random = (shape: number[], s: number) => tf.tensor(normals(tf.util.sizeFromShape(shape), s), shape);

describe('layer norm', () => {
  const plain = (x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor) => {
    const { mean, variance } = tf.moments(x, -1, true);
    return x.sub(mean).div(variance.sqrt()).mul(gamma).add(beta);
  };

  it('matches its definition for any shape', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 3, max: 70 }), seed, (rows, width, s) => {
        tf.tidy(() => {
          const [x, gamma, beta] = [random([rows, width], s), random([width], s + 1), random([width], s + 2)];
          expectSame(
            () => layerNorm(x, gamma, beta),
            () => plain(x, gamma, beta),
            5e-4,
          );
        });
      }),
    );
  });

  it('has gradients that match finite differences', () => {
    for (const width of [4, 7]) {
      tf.tidy(() => {
        const [x, gamma, beta] = [random([3, width], 1), random([width], 2), random([width], 3)];
        expectGradient((v) => layerNorm(v, gamma, beta), [3, width], 2e-2);
        expectGradient((v) => layerNorm(x, v, beta), [width]);
        expectGradient((v) => layerNorm(x, gamma, v), [width]);
      });
    }
  });
});

describe('attention weights', () => {
  it('are the softmax over the keys that are not padding, and zero elsewhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), size, size, seed, (batch, queries, keys, s) => {
        tf.tidy(() => {
          const lengths = Array.from({ length: batch }, (_, b) => 1 + ((Math.abs(s) + 5 * b) % keys));
          const mask = tf.tensor2d(lengths.map((n) => Array.from({ length: keys }, (_, k) => (k < n ? 1 : 0))));
          const scores = random([batch, 2, queries, keys], s);
          const hidden = tf.sub(1, mask).mul(-1e9).reshape([batch, 1, 1, keys]);
          expectSame(
            () => attentionSoftmax(scores, mask, 0.7),
            () => tf.softmax(scores.mul(0.7).add(hidden)),
            close,
          );
        });
      }),
    );
  });

  it('are finite for very large scores', () => {
    tf.tidy(() => {
      const scores = tf.tensor4d([1e4, -1e4, 1e4, 3e4, -3e4], [1, 1, 1, 5]);
      const weights = attentionSoftmax(scores, tf.ones([1, 5]), 1).dataSync();
      expect(distance(weights, [0, 0, 0, 1, 0])).toBeLessThan(1e-30);
    });
  });

  it('have gradients that match finite differences', () => {
    tf.tidy(() => {
      const mask = tf.tensor2d([
        [1, 1, 1, 1, 1, 0],
        [1, 1, 0, 0, 0, 0],
      ]);
      expectGradient((x) => attentionSoftmax(x, mask, 0.6), [2, 1, 3, 6]);
      expectGradient((x) => attentionSoftmax(x, mask, 0.6, true), [2, 1, 6, 6]);
    });
  });

  it('are the softmax over the keys up to the query’s position if they are causal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), size, seed, (batch, keys, s) => {
        tf.tidy(() => {
          const lengths = Array.from({ length: batch }, (_, b) => 1 + ((Math.abs(s) + 5 * b) % keys));
          const mask = tf.tensor2d(lengths.map((n) => Array.from({ length: keys }, (_, k) => (k < n ? 1 : 0))));
          const scores = random([batch, 2, keys, keys], s);
          const later = tf.sub(1, tf.linalg.bandPart(tf.ones([keys, keys]), -1, 0)).mul(-1e9);
          const hidden = tf.sub(1, mask).mul(-1e9).reshape([batch, 1, 1, keys]);
          expectSame(
            () => attentionSoftmax(scores, mask, 0.7, true),
            () => tf.softmax(scores.mul(0.7).add(hidden).add(later)),
            close,
          );
        });
      }),
    );
  });
});

describe('a sum of embeddings', () => {
  it('has gradients that match finite differences, summed for repeated rows', () => {
    tf.tidy(() => {
      const [ids, others] = [tf.tensor1d([2, 0, 2], 'int32'), tf.tensor1d([1, 1, 0], 'int32')];
      const [table, other] = [random([4, 5], 1), random([2, 5], 2)];
      const sum = (one: tf.Tensor, two: tf.Tensor) =>
        embeddingSum([
          { table: one, ids },
          { table: two, ids: others },
        ]);
      expectGradient((t) => sum(t, other), [4, 5]);
      expectGradient((t) => sum(table, t), [2, 5]);
    });
  });
});

describe('lookup and bias', () => {
  it('selects rows of a table, and sums the gradients of repeated rows', () => {
    fc.assert(
      fc.property(size, size, fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), seed, (rows, width, raw, s) => {
        tf.tidy(() => {
          const ids = Int32Array.from(raw, (id) => id % rows);
          const table = random([rows, width], s);
          const index = tf.tensor1d(ids, 'int32');
          const weigh = random([ids.length, width], s + 1);
          expectSame(
            () => lookup(table, index),
            () => table.gather(index),
            1e-9,
          );
          const plain = new Float32Array(rows * width);
          const upstream = weigh.dataSync();
          ids.forEach((id, r) => {
            for (let i = 0; i < width; i++) plain[id * width + i]! += upstream[r * width + i]!;
          });
          const gradient = tf.grad((t) => lookup(t, index).mul(weigh).sum())(table);
          expect(distance(gradient.dataSync(), plain)).toBeLessThan(1e-4);
        });
      }),
    );
  });

  it('adds a bias to every row, and sums its gradient over the rows', () => {
    fc.assert(
      fc.property(size, size, seed, (rows, width, s) => {
        tf.tidy(() => {
          const [x, bias, weigh] = [random([rows, width], s), random([width], s + 1), random([rows, width], s + 2)];
          expectSame(
            () => addBias(x, bias),
            () => x.add(bias),
            1e-9,
          );
          const gradient = tf.grad((b) => addBias(x, b).mul(weigh).sum())(bias);
          expect(distance(gradient.dataSync(), weigh.sum(0).dataSync())).toBeLessThan(1e-4);
        });
      }),
    );
  });
});
