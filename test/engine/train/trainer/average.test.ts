import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { startWasm } from '../../../../electron/engine/model/kernels/register.ts';
import { copyWeights, updateAverage } from '../../../../electron/engine/train/trainer/average.ts';

beforeAll(async () => {
  await startWasm();
});

it('the average of epochs is their mean at first, then an exponential moving average', () => {
  const weight = tf.variable(tf.tensor1d([100, -100]));
  const weights = { weight };
  const average = copyWeights(weights);
  const averageAfter = (epoch: number, value: number) => {
    weight.assign(tf.tensor1d([value, -value]));
    updateAverage(average, weights, epoch, 3);
    return [...average.weight!.dataSync()];
  };
  expect(averageAfter(1, 6)).toEqual([6, -6]);
  expect(averageAfter(2, 12)[0]).toBeCloseTo(9, 5);
  expect(averageAfter(3, 3)[0]).toBeCloseTo(7, 5);
  expect(averageAfter(4, 1)[0]).toBeCloseTo((2 * 7 + 1) / 3, 5);
  expect([...weight.dataSync()]).toEqual([1, -1]);
});
