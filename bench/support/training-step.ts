import * as tf from '@tensorflow/tfjs-core';
import { EncoderConfig } from '../../electron/engine/model/config.ts';
import { encodeRows } from '../../electron/engine/model/encoder.ts';
import { predictEmbeddings } from '../../electron/engine/model/heads.ts';
import { tokenLoss } from '../../electron/engine/model/token-loss.ts';
import { initialWeights, weightShapes } from '../../electron/engine/model/weights.ts';
import type { Batch } from '../../electron/engine/sequence/batches.ts';
import { FIELDS, FIRST_TOKEN } from '../../electron/engine/sequence/fields.ts';
import { Adam } from '../../electron/engine/train/trainer/optimiser.ts';
import { Random } from '../../shared/domain/random.ts';
import { cpuSeconds } from './cpu-seconds.ts';

/** A step of the size common in the literature: batch 32, length 100, MovieLens-1M's items, 15 % masked. */
const BATCH = 32;
const LENGTH = 100;
export const SIZES = { action: 8, item: 3421, category: 40, brand: 60, price: 17, gap: 16, hour: 29, weekday: 12 };
const MASKED = Math.round(0.15 * BATCH * LENGTH);
export const WIDTHS = [64, 128];
const STEPS = 12;
const DROPOUT = 0.1;

/** Number of events in a step. */
export const BEHAVIOURS = BATCH * LENGTH;

export const describeStep = (width: number) => `training step, 2 layers, ${width} wide, batch ${BATCH} × ${LENGTH}`;

/** Seconds per step: processor time of all cores together, and wall time. */
export interface StepTime {
  readonly cpu: number;
  readonly clock: number;
}

/**
 * Returns median times of a step on the backend in use: forward and backward pass, clipping, Adam, and reading the
 * loss.
 */
export function stepTime(width: number): StepTime {
  const config = EncoderConfig.parse({ width, inner: 4 * width, length: LENGTH, sizes: SIZES, dropout: DROPOUT });
  const weights = initialWeights(weightShapes(config), new Random(1));
  const trainedWeights = Object.entries(weights).filter(
    ([name]) => !name.startsWith('head.bias.') || name === 'head.bias.item',
  );
  const variables = trainedWeights.map(([, weight]) => weight);
  const adam = new Adam(weights);
  const { batch, rows: targetPositions, targets } = randomBatch();
  const step = (seed: number) =>
    tf.tidy(() => {
      const loss = (): tf.Scalar => {
        const targetStates = encodeRows(config, weights, batch, targetPositions, { dropoutSeed: seed });
        return tokenLoss(
          weights,
          'item',
          predictEmbeddings(config, weights, targetStates),
          tf.tensor1d(targets, 'int32'),
        );
      };
      const { value, grads } = tf.variableGrads(loss, variables);
      adam.apply(
        weights,
        Object.fromEntries(trainedWeights.map(([name, weight]) => [name, grads[weight.name]!])),
        1e-3,
        5,
      );
      value.dataSync();
    });
  const times = Array.from({ length: STEPS + 3 }, (_, i) => {
    const [used, started] = [process.cpuUsage(), performance.now()];
    step(i);
    return { cpu: cpuSeconds(used), clock: (performance.now() - started) / 1000 };
  });
  const median = (of: keyof StepTime) =>
    times
      .slice(3)
      .map((time) => time[of])
      .sort((a, b) => a - b)[STEPS >> 1]!;
  return { cpu: median('cpu'), clock: median('clock') };
}

function randomBatch(): { batch: Batch; rows: Int32Array; targets: Int32Array } {
  const random = new Random(2);
  const positions = BATCH * LENGTH;
  const column = (size: number) =>
    Int32Array.from({ length: positions }, () => FIRST_TOKEN + random.integer(size - FIRST_TOKEN));
  const tokens = Object.fromEntries(FIELDS.map((field) => [field, column(SIZES[field])])) as Batch['tokens'];
  const batch = {
    size: BATCH,
    length: LENGTH,
    tokens,
    segment: Int32Array.from({ length: positions }, () => random.integer(2)),
    fromEnd: Int32Array.from({ length: positions }, (_, i) => LENGTH - 1 - (i % LENGTH)),
    fromStart: Int32Array.from({ length: positions }, (_, i) => i % LENGTH),
    mask: new Float32Array(positions).fill(1),
  };
  const places = Int32Array.from({ length: positions }, (_, i) => i);
  random.shuffle(places);
  const targets = Int32Array.from({ length: MASKED }, () => FIRST_TOKEN + random.integer(SIZES.item - FIRST_TOKEN));
  return { batch, rows: places.slice(0, MASKED), targets };
}
