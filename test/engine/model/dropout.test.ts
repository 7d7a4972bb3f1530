import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { addDropped, dropout } from '../../../electron/engine/model/ops/dropout.ts';
import { normals } from './numeric.ts';

beforeAll(async () => {
  await startWasm();
});

const random = (shape: number[], s: number) => tf.tensor(normals(tf.util.sizeFromShape(shape), s), shape);

describe('dropout', () => {
  it('drops the given share, scales the rest, and depends on the seed', () => {
    tf.tidy(() => {
      const x = tf.ones([100_003]);
      const values = dropout(x, 0.3, 1).dataSync();
      const scale = new Set(values);
      expect([...scale].sort().map((v) => v.toFixed(5))).toEqual(['0.00000', (1 / 0.7).toFixed(5)]);
      expect(values.filter((v) => v === 0).length / values.length).toBeCloseTo(0.3, 2);
      expect(dropout(x, 0.3, 1).dataSync()).toEqual(values);
      expect(dropout(x, 0.3, 2).dataSync()).not.toEqual(values);
    });
  });

  it('drops the same elements of the gradient', () => {
    tf.tidy(() => {
      const x = tf.ones([1003]);
      const gradient = tf.grad((v) => dropout(v, 0.5, 9).sum())(x);
      expect(gradient.dataSync()).toEqual(dropout(x, 0.5, 9).dataSync());
    });
  });

  it('fused with a residual is the sum of both, forwards and backwards', () => {
    tf.tidy(() => {
      const [x, shortcut] = [random([17, 59], 1), random([17, 59], 2)];
      const dropped = addDropped(shortcut, x, 0.5, 9);
      expect(dropped.dataSync()).toEqual(shortcut.add(dropout(x, 0.5, 9)).dataSync());
      const [dshortcut, dx] = tf.grads((p, v) => addDropped(p!, v!, 0.5, 9).sum())([shortcut, x]);
      expect(dshortcut!.dataSync()).toEqual(tf.onesLike(x).dataSync());
      expect(dx!.dataSync()).toEqual(dropout(tf.onesLike(x), 0.5, 9).dataSync());
      expect(addDropped(shortcut, x, 0, 9).dataSync()).toEqual(shortcut.add(x).dataSync());
    });
  });
});
