import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../../../electron/engine/model/kernels/register.ts';
import { sumRows } from '../../../../electron/engine/model/ops/lookup.ts';
import { recognitionLoss } from '../../../../electron/engine/train/contrast/contrastive-loss.ts';
import { Random } from '../../../../shared/domain/random.ts';

beforeAll(async () => {
  await startWasm();
});

const WIDTH = 3;
const TEMPERATURE = 0.1;

const lossOf = (vectors: readonly number[], histories: readonly number[]) =>
  tf.tidy(() =>
    recognitionLoss(tf.tensor2d([...vectors], [histories.length, WIDTH]), Int32Array.from(histories)).dataSync(),
  )[0]!;

/** The same loss by its definition, in double precision. */
function expectedLoss(vectors: readonly number[], histories: readonly number[]): number {
  const rows = histories.map((_, i) => vectors.slice(i * WIDTH, (i + 1) * WIDTH));
  const cosine = (a: number[], b: number[]) =>
    a.reduce((sum, value, i) => sum + value * b[i]!, 0) / (Math.hypot(...a) * Math.hypot(...b));
  const losses = rows.map((row, i) => {
    const others = rows.flatMap((_, j) => (j === i ? [] : [j]));
    const total = others.reduce((sum, j) => sum + Math.exp(cosine(row, rows[j]!) / TEMPERATURE), 0);
    const same = others.filter((j) => histories[j] === histories[i]);
    return same.reduce((sum, j) => sum + Math.log(total) - cosine(row, rows[j]!) / TEMPERATURE, 0) / same.length;
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

describe('the contrastive loss', () => {
  it('is about 0 if the slices of a user are alike and those of others are not, and chance if all are alike', () => {
    const [apart, alike] = [[1, 0, 0, 2, 0, 0, 0, 3, 0, 0, 1, 0], new Array<number>(12).fill(1)];
    // Each slice is to be recognised among three: the one of the same user has a cosine of 1, the others of 0.
    expect(lossOf(apart, [1, 1, 2, 2])).toBeCloseTo(Math.log(1 + 2 * Math.exp(-10)), 5);
    expect(lossOf(alike, [1, 1, 2, 2])).toBeCloseTo(Math.log(3), 5);
  });

  it('is the mean cross-entropy of every other slice of the same history', () => {
    const random = new Random(5);
    const histories = [7, 7, 7, 2, 2, 9, 9];
    const vectors = Array.from({ length: histories.length * WIDTH }, () => random.normal());
    expect(lossOf(vectors, histories)).toBeCloseTo(expectedLoss(vectors, histories), 4);
  });

  it('has the gradient of its differences', () => {
    const random = new Random(6);
    const histories = [1, 1, 2, 2];
    const vectors = Array.from({ length: histories.length * WIDTH }, () => random.normal());
    const gradient = tf.tidy(() =>
      tf
        .grad((x) => recognitionLoss(x as tf.Tensor2D, Int32Array.from(histories)))(
          tf.tensor2d(vectors, [histories.length, WIDTH]),
        )
        .dataSync(),
    );
    for (const at of [0, 4, 8, 11]) {
      const moved = (step: number) => vectors.map((value, i) => (i === at ? value + step : value));
      const slope = (expectedLoss(moved(1e-4), histories) - expectedLoss(moved(-1e-4), histories)) / 2e-4;
      expect(gradient[at]).toBeCloseTo(slope, 2);
    }
  });
});

describe('a segment sum', () => {
  it('has as gradient of each row that of its segment', () => {
    const gradient = tf.tidy(() => {
      const ids = tf.tensor1d([1, 0, 1], 'int32');
      const weights = tf.tensor2d([1, 2, 3, 4], [2, 2]);
      const weighted = (x: tf.Tensor) =>
        sumRows(x as tf.Tensor2D, ids, 2)
          .mul(weights)
          .sum();
      return tf
        .grad(weighted)(tf.zeros([3, 2]))
        .dataSync();
    });
    expect([...gradient]).toEqual([3, 4, 1, 2, 3, 4]);
  });
});
