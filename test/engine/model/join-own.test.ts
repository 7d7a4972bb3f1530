import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { joinOwn } from '../../../electron/engine/model/ops/join-own.ts';
import { Random } from '../../../shared/domain/random.ts';
import { distance, normals, slopes } from './reference.ts';

beforeAll(async () => {
  await startWasm();
});

describe('own and shared scores', () => {
  it('stand in one row, shifted, without what is the row’s own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 23 }), fc.integer(), (rows, n, seed) => {
        const random = new Random(seed);
        const [own, scores, shifts] = [normals(rows, seed), normals(rows * n, seed + 1), normals(n, seed + 2)];
        const targets = Int32Array.from({ length: rows }, () => random.integer(n + 3));
        const joined = tf.tidy(() =>
          Array.from(
            joinOwn(
              tf.tensor1d(own),
              tf.tensor2d(scores, [rows, n]),
              { ids: tf.range(0, n, 1, 'int32'), shifts: tf.tensor1d(shifts) },
              tf.tensor1d(targets, 'int32'),
            ).dataSync(),
          ),
        );
        const meant = Array.from({ length: rows }, (_, r) => [
          own[r]!,
          ...shifts.map((shift, c) => (c === targets[r] ? -1e30 : Math.fround(scores[r * n + c]! + shift))),
        ]).flat();
        expect(distance(joined, meant)).toBeLessThan(1e24);
        expect(joined.filter((score) => score > -1e29)).toEqual(meant.filter((score) => score > -1e29));
      }),
    );
  });

  it('have the gradients that finite differences give, below a softmax', () => {
    const [rows, n] = [3, 6];
    const candidates = { ids: tf.tensor1d([2, 4, 6, 8, 9, 11], 'int32'), shifts: tf.tensor1d(normals(n, 1)) };
    const targets = tf.tensor1d([4, 5, 11], 'int32');
    const value = (x: tf.Tensor) => {
      const joined = joinOwn(x.slice(0, rows), x.slice(rows).reshape([rows, n]), candidates, targets);
      return joined
        .softmax()
        .mul(tf.tensor(normals(rows * (n + 1), 2), [rows, n + 1]))
        .sum();
    };
    const x = normals(rows + rows * n, 3);
    const found = tf.tidy(() => Array.from(tf.grad(value)(tf.tensor1d(x)).dataSync()));
    const numeric = slopes((moved) => tf.tidy(() => value(tf.tensor1d(moved)).dataSync()[0]!), x);
    expect(distance(found, numeric)).toBeLessThan(1e-3);
  });
});
