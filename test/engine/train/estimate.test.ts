import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { estimateJob, trainingLength } from '../../../electron/engine/train/estimate-job.ts';
import { trainJob } from '../../../electron/engine/train/train-job.ts';
import { errorShape } from '../../../shared/errors.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';
import { recordingContext } from './context.ts';
import { ringEvents } from './ring-shop.ts';

const small = { width: 32, layers: 1, heads: 2, length: 16, batchSize: 16, epochs: 3 };

function shop() {
  const workspace = testWorkspace();
  fillShop(workspace, { events: ringEvents() });
  return workspace;
}

describe('the estimate of a training', () => {
  it('measures real steps of the same size, and saves nothing', async () => {
    const workspace = shop();
    const { context, stages } = recordingContext(workspace);
    const before = tf.memory().numTensors;
    const estimate = await estimateJob({ config: small }, context);
    expect(tf.memory().numTensors).toBe(before);
    expect(readdirSync(join(workspace.path, 'models'))).toEqual([]);
    expect([...stages]).toEqual(['train.estimate']);

    const summary = await trainJob({ config: small }, context);
    expect(estimate.parameters).toBe(summary.parameters);
    expect(estimate.stepsPerEpoch * 3).toBe(summary.steps);
    expect(estimate).toMatchObject({ epochs: 3, endedBy: 'epochs' });
    expect(estimate.seconds).toBeCloseTo(3 * estimate.secondsPerEpoch, 9);
    expect(estimate.memory).toBeGreaterThan(4 * 4 * estimate.parameters);
    expect(estimate.steps).toBeGreaterThan(3);
    expect(estimate.eventsPerSecond).toBeGreaterThan(0);
  });

  it('can be cancelled, and fails like the training', async () => {
    const cancelled = recordingContext(shop(), { cancelAt: 2 });
    const before = tf.memory().numTensors;
    await expect(estimateJob({ config: small }, cancelled.context)).rejects.toThrow('stopped here');
    expect(tf.memory().numTensors).toBe(before);
    const empty = recordingContext(testWorkspace()).context;
    const code = await estimateJob({ config: small }, empty).catch((error) => errorShape(error).code);
    expect(code).toBe('NO_EVENTS');
  });

  it('says whether epochs or minutes end the training; an epoch that has begun is completed', () => {
    expect(trainingLength({ epochs: 10, minutes: 0 }, 30)).toEqual({ epochs: 10, seconds: 300, endedBy: 'epochs' });
    expect(trainingLength({ epochs: 10, minutes: 6 }, 30)).toEqual({ epochs: 10, seconds: 300, endedBy: 'epochs' });
    expect(trainingLength({ epochs: 10, minutes: 2 }, 50)).toEqual({ epochs: 3, seconds: 150, endedBy: 'minutes' });
  });
});
