import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { disposeWeights, variableOf } from '../../../electron/engine/model/weights.ts';
import { Adam, learningRate } from '../../../electron/engine/train/trainer/optimiser.ts';
import { distance, normals } from '../model/numeric.ts';

beforeAll(async () => {
  await startWasm();
});

/** AdamW as in algorithm 2 of its paper, with the gradient already clipped. */
function textbook(weight: Float32Array, gradients: readonly Float32Array[], rate: number, decay: number): number[] {
  const w = [...weight];
  const m = w.map(() => 0);
  const v = w.map(() => 0);
  gradients.forEach((gradient, t) => {
    gradient.forEach((g, i) => {
      m[i] = 0.9 * m[i]! + 0.1 * g;
      v[i] = 0.999 * v[i]! + 0.001 * g * g;
      const mean = m[i]! / (1 - 0.9 ** (t + 1));
      const square = v[i]! / (1 - 0.999 ** (t + 1));
      w[i] = w[i]! - rate * (mean / (Math.sqrt(square) + 1e-8) + decay * w[i]!);
    });
  });
  return w;
}

function optimised(shape: number[], clipNorm: number, decay: number) {
  const size = tf.util.sizeFromShape(shape);
  const start = normals(size, 1);
  const gradients = [2, 3, 4].map((seed) => normals(size, seed));
  const weights = { w: variableOf(start.slice(), shape) };
  const adam = new Adam(weights);
  for (const gradient of gradients) {
    tf.tidy(() => adam.apply(weights, { w: tf.tensor(gradient, shape) }, 0.1, clipNorm, decay));
  }
  const result = weights.w.dataSync();
  adam.dispose();
  disposeWeights(weights);
  const clipped = gradients.map((gradient) => {
    const factor = Math.min(1, clipNorm / Math.hypot(...gradient));
    return gradient.map((g) => g * factor);
  });
  return { result, start, clipped };
}

describe('AdamW', () => {
  it('updates a matrix as in its paper, with clipped gradients and weight decay', () => {
    const { result, start, clipped } = optimised([3, 7], 0.5, 0.2);
    expect(distance(result, textbook(start, clipped, 0.1, 0.2))).toBeLessThan(1e-5);
    expect(distance(result, textbook(start, clipped, 0.1, 0))).toBeGreaterThan(1e-3);
  });

  it('does not decay weights of one dimension: biases, norms and gates', () => {
    const { result, start, clipped } = optimised([7], 100, 0.2);
    expect(distance(result, textbook(start, clipped, 0.1, 0))).toBeLessThan(1e-5);
  });
});

describe('an optimiser step', () => {
  it('clips the global norm of all gradients, and leaves weights without a gradient unchanged', () => {
    const [start, gradients] = [normals(5, 1), [normals(4, 2), normals(3, 3)]];
    const weights = {
      a: variableOf(normals(4, 4), [4]),
      b: variableOf(normals(3, 5), [3]),
      still: variableOf(start, [5]),
    };
    const before = [weights.a, weights.b].map((weight) => weight.dataSync<'float32'>());
    const adam = new Adam(weights);
    const tensors = tf.memory().numTensors;
    tf.tidy(() => adam.apply(weights, { a: tf.tensor1d(gradients[0]!), b: tf.tensor1d(gradients[1]!) }, 0.1, 0.5));
    expect(tf.memory().numTensors).toBe(tensors);
    const factor = 0.5 / Math.hypot(...gradients[0]!, ...gradients[1]!);
    expect(factor).toBeLessThan(1);
    [weights.a, weights.b].forEach((weight, i) => {
      const clipped = gradients[i]!.map((g) => g * factor);
      expect(distance(weight.dataSync(), textbook(before[i]!, [clipped], 0.1, 0))).toBeLessThan(1e-5);
      expect(
        distance(
          adam.first[i === 0 ? 'a' : 'b']!.dataSync(),
          clipped.map((g) => 0.1 * g),
        ),
      ).toBeLessThan(1e-6);
    });
    expect(weights.still.dataSync()).toEqual(start);
    adam.dispose();
    disposeWeights(weights);
  });
});

describe('the learning rate', () => {
  const settings = { learningRate: 2, warmup: 0.2, decay: 'linear' } as const;

  it.each(['linear', 'cosine', 'none'] as const)('rises during the warm-up to its peak: %s', (decay) => {
    const rates = [0, 0.05, 0.1, 0.15, 0.2].map((at) => learningRate(at, { ...settings, decay }));
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
    expect(rates[0]).toBeGreaterThan(0);
    expect(rates.at(-1)).toBeCloseTo(2, 6);
  });

  it('then falls to zero linearly or along a cosine, or is constant', () => {
    const half = (decay: 'linear' | 'cosine' | 'none', at: number) => learningRate(at, { ...settings, decay });
    expect([half('linear', 0.4), half('linear', 0.6), half('linear', 1)]).toEqual([
      expect.closeTo(1.5, 6),
      expect.closeTo(1, 6),
      0,
    ]);
    expect([half('cosine', 0.4), half('cosine', 0.6), half('cosine', 1)]).toEqual([
      expect.closeTo(1 + Math.SQRT1_2, 6),
      expect.closeTo(1, 6),
      0,
    ]);
    expect([half('none', 0.4), half('none', 1)]).toEqual([2, 2]);
  });
});
