import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { type AttentionOptions, attention } from '../../../electron/engine/model/ops/attention.ts';
import { runReference } from '../../../electron/engine/model/ops/reference/index.ts';
import { distance, normals, slopes } from './reference.ts';

beforeAll(async () => {
  await startWasm();
});

interface Case extends AttentionOptions {
  readonly size: number;
  /** For each sequence, whether a position is a key; the first always is. */
  readonly keys: readonly (readonly boolean[])[];
}

/** Sequences of lengths that are no multiples of any block, padded at the end or with holes, down to one key alone. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    length: fc.oneof(fc.constantFrom(1, 2, 7, 8, 9, 48, 49, 101), fc.integer({ min: 1, max: 60 })),
    batch: fc.integer({ min: 1, max: 3 }),
    heads: fc.integer({ min: 1, max: 4 }),
    size: fc.constantFrom(1, 3, 4, 8, 10, 16, 32),
    causal: fc.boolean(),
    rate: fc.constantFrom(0, 0.1, 0.5),
    seed: fc.integer(),
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

function given({ keys, heads, size }: Case, seed: number): { projected: tf.Tensor2D; mask: tf.Tensor2D } {
  const shape: [number, number] = [keys.length * keys[0]!.length, 3 * heads * size];
  const mask = tf.tensor2d(keys.map((row) => row.map(Number)));
  return { projected: tf.tensor2d(normals(shape[0] * shape[1], seed), shape), mask };
}

describe('attention', () => {
  it('is what its definition says, with dropout and without, looking back only or not', () => {
    fc.assert(
      fc.property(cases, fc.integer(), (one, seed) => {
        tf.tidy(() => {
          const { projected, mask } = given(one, seed);
          const [plain] = runReference('Attention', { projected, mask }, { ...one });
          expect(distance(attention(projected, mask, one).dataSync(), plain!.dataSync())).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('has the gradient of its definition', () => {
    fc.assert(
      fc.property(cases, fc.integer(), (one, seed) => {
        tf.tidy(() => {
          const { projected, mask } = given(one, seed);
          const dcontext = tf.tensor(normals(projected.size / 3, seed + 1), [
            projected.shape[0],
            projected.shape[1] / 3,
          ]);
          const gradient = tf.grad((x) =>
            attention(x as tf.Tensor2D, mask, one)
              .mul(dcontext)
              .sum(),
          )(projected);
          const [plain] = runReference('AttentionGrad', { projected, mask, dcontext }, { ...one });
          expect(distance(gradient.dataSync(), plain!.dataSync())).toBeLessThan(1e-4);
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
  ])('has the gradient that finite differences give ($causal, $rate)', ({ causal, rate }) => {
    const one = {
      causal,
      rate,
      seed: 5,
      heads: 2,
      size: 3,
      keys: [
        [true, true, true, false],
        [true, false, false, false],
      ],
    };
    tf.tidy(() => {
      const { projected, mask } = given(one, 1);
      const weigh = tf.tensor2d(normals(projected.size / 3, 2), [projected.shape[0], projected.shape[1] / 3]);
      const loss = (x: tf.Tensor) =>
        attention(x as tf.Tensor2D, mask, one)
          .mul(weigh)
          .sum();
      const value = (x: Float32Array) => tf.tidy(() => loss(tf.tensor2d(x, projected.shape)).dataSync()[0]!);
      const slope = slopes(value, Float32Array.from(projected.dataSync()));
      expect(distance(tf.grad(loss)(projected).dataSync(), slope)).toBeLessThan(5e-3);
    });
  });

  it('holds no matrix of all weights, and leaves nothing behind', () => {
    const [batch, length, heads, size] = [2, 512, 4, 8];
    const keys = Array.from({ length: batch }, () => Array.from({ length }, () => true));
    const one = { causal: false, rate: 0.1, seed: 5, heads, size, keys };
    const { projected, mask } = given(one, 1);
    const before = tf.memory();
    let most = 0;
    const gradient = tf.tidy(() =>
      tf.grad((x) => {
        const context = attention(x as tf.Tensor2D, mask, one);
        most = tf.memory().numBytes - before.numBytes;
        return context.sum();
      })(projected),
    );
    expect(most).toBeLessThan((4 * batch * heads * length * length) / 5);
    gradient.dispose();
    expect(tf.memory().numTensors).toBe(before.numTensors);
    tf.dispose([projected, mask]);
  });
});
