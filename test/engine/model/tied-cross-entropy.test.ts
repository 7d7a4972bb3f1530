import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { sharedCrossEntropy, tiedCrossEntropy } from '../../../electron/engine/model/ops/tied-cross-entropy.ts';
import { Random } from '../../../shared/domain/random.ts';
import { distance, normals, slopes } from './numeric.ts';

beforeAll(async () => {
  await startWasm();
});

const FIRST = 5;
const WIDTH = 6;
const rowCount = fc.integer({ min: 1, max: 23 });
/** Includes more classes than the kernel's tile size. */
const classCount = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 230, max: 500 }));

/** Inputs with `classes` classes besides the special ones. */
function problem(rows: number, classes: number, seed: number) {
  const random = new Random(seed);
  return {
    expected: normals(rows * WIDTH, seed),
    table: normals((FIRST + classes) * WIDTH, seed + 1),
    bias: normals(FIRST + classes, seed + 2),
    targets: Int32Array.from({ length: rows }, () => FIRST + random.integer(classes)),
  };
}
type Problem = ReturnType<typeof problem>;

const matrix = (values: Float32Array) => tf.tensor2d(values, [values.length / WIDTH, WIDTH]);

function tied({ expected, table, bias, targets }: Problem, smoothing: number): tf.Scalar {
  const classes = { table: matrix(table), bias: tf.tensor1d(bias) };
  return tiedCrossEntropy(matrix(expected), classes, tf.tensor1d(targets, 'int32'), { first: FIRST, smoothing });
}

/** Scores of each row for all classes except the special ones. */
function scoresOf({ expected, table, bias, targets }: Problem): number[][] {
  const classes = [...bias.keys()].slice(FIRST);
  return Array.from(targets, (_, r) =>
    classes.map((c) => {
      let score = bias[c]!;
      for (let i = 0; i < WIDTH; i++) score += expected[r * WIDTH + i]! * table[c * WIDTH + i]!;
      return score;
    }),
  );
}

const logSum = (scores: readonly number[]) => {
  const largest = Math.max(...scores);
  return largest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - largest), 0));
};
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Checks the gradients of a loss by all its inputs, concatenated in one array, against finite differences. */
function expectGradients(loss: (x: tf.Tensor1D) => tf.Scalar, at: Float32Array): Float32Array {
  const gradient = tf.tidy(() =>
    Float32Array.from(
      tf
        .grad((x) => loss(x.as1D()))(tf.tensor1d(at))
        .dataSync(),
    ),
  );
  const value = (x: Float32Array) => tf.tidy(() => loss(tf.tensor1d(x)).dataSync()[0]!);
  expect(distance(gradient, slopes(value, at))).toBeLessThan(2e-3);
  return gradient;
}

describe('the cross-entropy of tied classes', () => {
  it('is minus the logarithm of the target’s probability among the predictable classes', () => {
    fc.assert(
      fc.property(rowCount, classCount, fc.integer(), (rows, classes, seed) => {
        const given = problem(rows, classes, seed);
        const scores = scoresOf(given);
        const mean = meanOf(scores.map((row, r) => logSum(row) - row[given.targets[r]! - FIRST]!));
        const loss = tf.tidy(() => tied(given, 0).dataSync()[0]!);
        expect(Math.abs(loss - mean)).toBeLessThan(1e-5 * Math.max(1, mean));
      }),
    );
  });

  it('spreads label smoothing evenly over the predictable classes', () => {
    fc.assert(
      fc.property(rowCount, classCount, fc.integer(), (rows, classes, seed) => {
        const given = problem(rows, classes, seed);
        const scores = scoresOf(given);
        const mean = meanOf(
          scores.map((row, r) => logSum(row) - 0.8 * row[given.targets[r]! - FIRST]! - 0.2 * meanOf(row)),
        );
        const loss = tf.tidy(() => tied(given, 0.2).dataSync()[0]!);
        expect(Math.abs(loss - mean)).toBeLessThan(1e-5 * Math.max(1, mean));
      }),
    );
  });

  it.each([0, 0.3])(
    'has gradients that match finite differences, and none for special tokens: smoothing %f',
    (smoothing) => {
      const [rows, classes] = [3, 8];
      const { expected, table, bias, targets } = problem(rows, classes, 7);
      const [tableAt, biasAt] = [expected.length, expected.length + table.length];
      const found = expectGradients(
        (x) =>
          tiedCrossEntropy(
            x.slice(0, tableAt).as2D(rows, WIDTH),
            { table: x.slice(tableAt, table.length).as2D(FIRST + classes, WIDTH), bias: x.slice(biasAt) },
            tf.tensor1d(targets, 'int32'),
            { first: FIRST, smoothing },
          ),
        Float32Array.from([...expected, ...table, ...bias]),
      );
      const special = [...found.slice(tableAt, tableAt + FIRST * WIDTH), ...found.slice(biasAt, biasAt + FIRST)];
      expect(new Set(special)).toEqual(new Set([0]));
    },
  );

  it('is the same with and without gradients, and leaks no tensors', () => {
    const given = problem(300, 500, 9);
    tf.tidy(() => {
      const alone = tied(given, 0.1).dataSync()[0]!;
      const before = tf.memory().numTensors;
      tf.tidy(() => {
        const classes = { table: matrix(given.table), bias: tf.tensor1d(given.bias) };
        const { value, grad } = tf.valueAndGrad((x) =>
          tiedCrossEntropy(x as tf.Tensor2D, classes, tf.tensor1d(given.targets, 'int32'), {
            first: FIRST,
            smoothing: 0.1,
          }),
        )(matrix(given.expected));
        expect(value.dataSync()[0]).toBe(alone);
        expect(grad.shape).toEqual([300, WIDTH]);
      });
      expect(tf.memory().numTensors).toBe(before);
    });
  });

  it('is NaN for scores that are NaN', () => {
    const given = problem(3, 300, 1);
    given.expected[WIDTH] = Number.NaN;
    expect(tf.tidy(() => tied(given, 0).dataSync()[0])).toBeNaN();
  });
});

describe('the cross-entropy of a target and shared candidates', () => {
  /** Every second class is shared; a third of the rows have one of them as their target. */
  function shared(rows: number, classes: number, seed: number) {
    const { expected, table, bias } = problem(rows, classes - FIRST, seed);
    const own = normals(rows, seed + 3);
    const targets = Int32Array.from({ length: rows }, (_, r) => (r % 3 === 0 ? 2 * (r % classes) : 2 * r + 1));
    return { expected, table, bias, own, ids: Int32Array.from({ length: classes }, (_, c) => 2 * c), targets };
  }

  it('counts a candidate that equals a row’s target once', () => {
    fc.assert(
      fc.property(rowCount, classCount, fc.integer(), (rows, more, seed) => {
        const given = shared(rows, FIRST + more, seed);
        const { expected, table, bias, own, ids, targets } = given;
        const losses = Array.from(targets, (target, r) => {
          const scores = Array.from(ids, (_, c) => {
            let score = bias[c]!;
            for (let i = 0; i < WIDTH; i++) score += expected[r * WIDTH + i]! * table[c * WIDTH + i]!;
            return score;
          });
          return logSum([own[r]!, ...scores.filter((_, c) => ids[c] !== target)]) - own[r]!;
        });
        const loss = tf.tidy(
          () =>
            sharedCrossEntropy(
              matrix(expected),
              tf.tensor1d(own),
              { table: matrix(table), bias: tf.tensor1d(bias), ids: tf.tensor1d(ids, 'int32') },
              tf.tensor1d(targets, 'int32'),
            ).dataSync()[0]!,
        );
        expect(Math.abs(loss - meanOf(losses))).toBeLessThan(1e-5 * Math.max(1, meanOf(losses)));
      }),
    );
  });

  it('has gradients that match finite differences', () => {
    const [rows, classes] = [5, 9];
    const { expected, table, bias, own, ids, targets } = shared(rows, classes, 3);
    const [tableAt, biasAt] = [expected.length, expected.length + table.length];
    const ownAt = biasAt + bias.length;
    expectGradients(
      (x) =>
        sharedCrossEntropy(
          x.slice(0, tableAt).as2D(rows, WIDTH),
          x.slice(ownAt),
          {
            table: x.slice(tableAt, table.length).as2D(classes, WIDTH),
            bias: x.slice(biasAt, classes),
            ids: tf.tensor1d(ids, 'int32'),
          },
          tf.tensor1d(targets, 'int32'),
        ),
      Float32Array.from([...expected, ...table, ...bias, ...own]),
    );
  });
});
