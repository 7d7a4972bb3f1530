import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import {
  type AttentionInputs,
  type AttentionOptions,
  attention,
} from '../../../electron/engine/model/ops/attention.ts';
import { runReference } from '../../../electron/engine/model/ops/reference/index.ts';
import { distance, normals, slopes } from './numeric.ts';

beforeAll(async () => {
  await startWasm();
});

interface Case extends AttentionOptions {
  readonly size: number;
  /** For each sequence, whether each position is a key; the first always is. */
  readonly keys: readonly (readonly boolean[])[];
  /** Distance between consecutive queries, in positions. */
  readonly every: number;
}

/**
 * Sequences with lengths that are no multiples of any block size, padded at the end or with gaps, down to a single key.
 */
const cases: fc.Arbitrary<Case> = fc
  .record({
    length: fc.oneof(fc.constantFrom(1, 2, 7, 8, 9, 48, 49, 101), fc.integer({ min: 1, max: 60 })),
    batch: fc.integer({ min: 1, max: 3 }),
    heads: fc.integer({ min: 1, max: 4 }),
    size: fc.constantFrom(1, 3, 4, 8, 10, 16, 32),
    causal: fc.boolean(),
    rate: fc.constantFrom(0, 0.1, 0.5),
    seed: fc.integer(),
    every: fc.constantFrom(1, 1, 3, 50),
  })
  .chain(({ length, batch, ...rest }) =>
    fc
      .array(fc.oneof(ended(length), fc.array(fc.boolean(), { minLength: length, maxLength: length })), {
        minLength: batch,
        maxLength: batch,
      })
      .map((drawn) => ({ ...rest, keys: drawn.map(([, ...others]) => [true, ...others]) })),
  );

function ended(length: number): fc.Arbitrary<boolean[]> {
  return fc.integer({ min: 1, max: length }).map((end) => Array.from({ length }, (_, k) => k < end));
}

function inputsOf({ keys, heads, size, every }: Case, seed: number): AttentionInputs {
  const [rows, width] = [keys.length * keys[0]!.length, heads * size];
  const positions = tf.range(0, rows, every, 'int32');
  return {
    query: tf.tensor2d(normals(positions.size * width, seed), [positions.size, width]),
    positions,
    keyValue: tf.tensor2d(normals(2 * rows * width, seed + 1), [rows, 2 * width]),
    mask: tf.tensor2d(keys.map((row) => row.map(Number))),
  };
}

/** Gradients of query and keyValue for outputs weighted by `upstream`. */
function gradientsOf(inputs: AttentionInputs, options: Case, upstream: tf.Tensor): tf.Tensor[] {
  const loss = (query: tf.Tensor, keyValue: tf.Tensor) =>
    attention({ ...inputs, query, keyValue }, options)
      .mul(upstream)
      .sum();
  return tf.grads((query, keyValue) => loss(query!, keyValue!))([inputs.query, inputs.keyValue]);
}

describe('attention', () => {
  it('matches its definition, for all positions or some, with and without dropout, causal or not', () => {
    fc.assert(
      fc.property(cases, fc.integer(), (testCase, seed) => {
        tf.tidy(() => {
          const inputs = inputsOf(testCase, seed);
          const [plain] = runReference('Attention', { ...inputs }, { ...testCase });
          expect(distance(attention(inputs, testCase).dataSync(), plain!.dataSync())).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('has the gradients of its definition', () => {
    fc.assert(
      fc.property(cases, fc.integer(), (testCase, seed) => {
        tf.tidy(() => {
          const inputs = inputsOf(testCase, seed);
          const dcontext = tf.tensor(normals(inputs.query.size, seed + 2), inputs.query.shape);
          const plain = runReference('AttentionGrad', { ...inputs, dcontext }, { ...testCase });
          gradientsOf(inputs, testCase, dcontext).forEach((gradient, i) => {
            expect(distance(gradient.dataSync(), plain[i]!.dataSync())).toBeLessThan(1e-4);
          });
        });
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    { causal: false, rate: 0 },
    { causal: true, rate: 0 },
    { causal: false, rate: 0.3 },
    { causal: true, rate: 0.3 },
  ])('has gradients that match finite differences ($causal, $rate)', ({ causal, rate }) => {
    const keys = [
      [true, true, true, false],
      [true, false, false, false],
    ];
    const testCase = { causal, rate, seed: 5, heads: 2, size: 3, keys, every: 3 };
    tf.tidy(() => {
      const inputs = inputsOf(testCase, 1);
      const weigh = tf.tensor(normals(inputs.query.size, 2), inputs.query.shape);
      (['query', 'keyValue'] as const).forEach((name, i) => {
        const from = inputs[name];
        const value = (x: Float32Array) =>
          tf.tidy(() => {
            const moved = { ...inputs, [name]: tf.tensor(x, from.shape) };
            return attention(moved, testCase).mul(weigh).sum().dataSync()[0]!;
          });
        const slope = slopes(value, Float32Array.from(from.dataSync()));
        expect(distance(gradientsOf(inputs, testCase, weigh)[i]!.dataSync(), slope)).toBeLessThan(5e-3);
      });
    });
  });

  it('allocates no matrix of all weights, and leaks no tensors', () => {
    const [batch, length, heads, size] = [2, 512, 4, 8];
    const keys = Array.from({ length: batch }, () => Array.from({ length }, () => true));
    const testCase = { causal: false, rate: 0.1, seed: 5, heads, size, keys, every: 1 };
    const inputs = inputsOf(testCase, 1);
    const before = tf.memory();
    let peakBytes = 0;
    const gradient = tf.tidy(() =>
      tf.grad((query) => {
        const context = attention({ ...inputs, query }, testCase);
        peakBytes = tf.memory().numBytes - before.numBytes;
        return context.sum();
      })(inputs.query),
    );
    expect(peakBytes).toBeLessThan((4 * batch * heads * length * length) / 5);
    gradient.dispose();
    expect(tf.memory().numTensors).toBe(before.numTensors);
    tf.dispose({ ...inputs });
  });
});
