import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EncoderConfig } from '../../../../electron/engine/model/config.ts';
import { startWasm } from '../../../../electron/engine/model/kernels/register.ts';
import { tokenLoss } from '../../../../electron/engine/model/token-loss.ts';
import {
  disposeWeights,
  initialWeights,
  type Weights,
  weightShapes,
} from '../../../../electron/engine/model/weights.ts';
import type { RunConfig } from '../../../../electron/engine/runs/run-files.ts';
import { FIRST_TOKEN } from '../../../../electron/engine/sequence/fields.ts';
import { CandidateSampler } from '../../../../electron/engine/train/objective/candidates.ts';
import { isSampled, sampledCrossEntropy } from '../../../../electron/engine/train/objective/sampled.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { distance, normals, slopes } from '../../model/numeric.ts';

const ITEMS = 30;
const WIDTH = 8;
const ROWS = 7;
const TARGETS = [5, 6, 9, 20, 34, 9, 5];

function configOf(settings: Partial<TrainConfig>, items = ITEMS): RunConfig {
  return {
    train: { ...TrainConfig.parse({ loss: 'sampled' }), ...settings },
    encoder: EncoderConfig.parse({ width: WIDTH, inner: 16, sizes: { item: FIRST_TOKEN + items } }),
    target: 'item',
  };
}

let weights: Weights;
beforeAll(async () => {
  await startWasm();
  weights = initialWeights(weightShapes(configOf({}).encoder), new Random(3));
  for (const name of ['embeddings.item', 'head.bias.item']) {
    const { shape } = weights[name]!;
    weights[name]!.assign(tf.tensor(normals(tf.util.sizeFromShape(shape), 4), shape));
  }
});
afterAll(() => disposeWeights(weights));

const variables = () => [weights['embeddings.item']!, weights['head.bias.item']!];
const targets = () => tf.tensor1d(TARGETS, 'int32');
const predictions = (values = normals(ROWS * WIDTH, 5)) => tf.tensor2d(values, [ROWS, WIDTH]);
const sampled = (config: RunConfig, expected: tf.Tensor2D, seed = 1) =>
  sampledCrossEntropy(config, weights, expected, targets(), new Random(seed));
const full = (expected: tf.Tensor2D, smoothing = 0) => tokenLoss(weights, 'item', expected, targets(), smoothing);

describe('the sampled softmax', () => {
  for (const labelSmoothing of [0, 0.1]) {
    it(`equals the full one, gradients included, if every token is sampled (label smoothing ${labelSmoothing})`, () => {
      const config = configOf({ negatives: 1000, labelSmoothing });
      tf.tidy(() => {
        const sampledResult = tf.variableGrads(() => sampled(config, predictions()), variables());
        const fullResult = tf.variableGrads(() => full(predictions(), labelSmoothing), variables());
        expect(sampledResult.value.dataSync()[0]).toBeCloseTo(fullResult.value.dataSync()[0]!, 5);
        for (const { name } of variables()) {
          expect(distance(sampledResult.grads[name]!.dataSync(), fullResult.grads[name]!.dataSync())).toBeLessThan(
            1e-5,
          );
        }
      });
    });
  }

  it('has gradients that match finite differences', () => {
    for (const logQ of [true, false]) {
      const config = configOf({ negatives: 12, labelSmoothing: 0.1, logQ });
      const value = (x: Float32Array) => tf.tidy(() => sampled(config, predictions(x)).dataSync()[0]!);
      tf.tidy(() => {
        const gradient = tf
          .grad((x: tf.Tensor) => sampled(config, x.as2D(ROWS, WIDTH)))(predictions())
          .dataSync();
        expect(distance(gradient, slopes(value, normals(ROWS * WIDTH, 5)))).toBeLessThan(2e-3);
      });
    }
  });

  it('is unbiased with the correction, and too small without', () => {
    const mild = () => predictions(normals(ROWS * WIDTH, 5).map((value) => 0.3 * value));
    const mean = (logQ: boolean) => {
      const config = configOf({ negatives: 12, logQ });
      const losses = Array.from({ length: 300 }, (_, seed) =>
        tf.tidy(() => sampled(config, mild(), seed).dataSync()[0]!),
      );
      return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
    };
    const fullLoss = tf.tidy(() => full(mild()).dataSync()[0]!);
    // The logarithm of an unbiased estimate is slightly too small.
    expect(Math.abs(mean(true) - fullLoss)).toBeLessThan(0.1);
    expect(mean(false)).toBeLessThan(fullLoss - 0.3);
  });

  it('is the meaning of `auto` for large vocabularies', () => {
    expect(isSampled(configOf({ loss: 'auto' }))).toBe(false);
    expect(isSampled(configOf({ loss: 'auto' }, 20_000))).toBe(true);
    expect(isSampled(configOf({ loss: 'full' }, 20_000))).toBe(false);
  });

  it('leaks no tensors', () => {
    const config = configOf({ negatives: 12, labelSmoothing: 0.1 });
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      tf.variableGrads(() => sampled(config, predictions()), variables());
    });
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('the sampled tokens', () => {
  it('are as many as requested, distinct, and never special', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer(),
        (count, draws, seed) => {
          const { ids } = new CandidateSampler(FIRST_TOKEN + count, draws, true).draw(new Random(seed));
          expect(Math.abs(ids.length - Math.min(count, draws))).toBeLessThanOrEqual(1);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.every((id) => id >= FIRST_TOKEN && id < FIRST_TOKEN + count)).toBe(true);
        },
      ),
    );
  });

  it('have the frequencies that the correction assumes, frequent tokens being sampled more often', () => {
    const [count, rounds] = [50, 4000];
    const sampler = new CandidateSampler(FIRST_TOKEN + count, 10, true);
    const random = new Random(8);
    const drawCounts = new Float64Array(count);
    const weightedCounts = new Float64Array(count);
    for (let round = 0; round < rounds; round++) {
      const { ids, shifts } = sampler.draw(random);
      ids.forEach((id, i) => {
        drawCounts[id - FIRST_TOKEN]!++;
        weightedCounts[id - FIRST_TOKEN]! += Math.exp(shifts[i]!);
      });
    }
    for (const sum of weightedCounts) expect(Math.abs(sum / rounds - 1)).toBeLessThan(0.15);
    expect(drawCounts[0]).toBeGreaterThan(3 * drawCounts[count - 1]!);
  });
});
