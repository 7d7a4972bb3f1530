import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../../../electron/engine/model/kernels/register.ts';
import { arraysOf } from '../../../../electron/engine/runs/run-files.ts';
import { encode } from '../../../../electron/engine/sequence/encode.ts';
import { inSharedMemory } from '../../../../electron/engine/sequence/shared-behaviours.ts';
import { behaviourTask } from '../../../../electron/engine/train/behaviours/behaviour-task.ts';
import { readDataset } from '../../../../electron/engine/train/dataset.ts';
import { configure, newTraining } from '../../../../electron/engine/train/new-run.ts';
import { type TrainHooks, train } from '../../../../electron/engine/train/trainer/trainer.ts';
import { disposeTraining } from '../../../../electron/engine/train/trainer/training.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { errorShape } from '../../../../shared/errors.ts';
import { fillShop, testWorkspace } from '../../../support/shop.ts';
import { ringEvents } from '../ring-shop.ts';

beforeAll(async () => {
  await startWasm();
});

const silent: TrainHooks = { checkCancelled: () => {}, onEpoch: () => null };

/** Trains on a small shop; returns the losses of its epochs and its weights. */
async function trainOnShop(
  workers: number,
  settings: Partial<TrainConfig> = {},
  hooks: Partial<TrainHooks> = {},
  prepare: (training: ReturnType<typeof newTraining>) => void = () => {},
) {
  const workspace = testWorkspace();
  fillShop(workspace, { events: ringEvents({ users: 30, items: 15, walk: 14 }) });
  const config = TrainConfig.parse({ ...SETTINGS, ...settings });
  const dataset = readDataset(workspace.db, config);
  const run = configure(config, dataset);
  const behaviours = inSharedMemory(encode(dataset.histories, run.vocabulary));
  const training = newTraining(run);
  prepare(training);
  const trainingData = { config: run, behaviours, trainEnd: dataset.split.trainEnd };
  const losses: number[] = [];
  try {
    const onEpoch: TrainHooks['onEpoch'] = (_state, loss) => {
      losses.push(loss);
      return null;
    };
    const { state } = await train(behaviourTask(trainingData), training, { ...silent, onEpoch, ...hooks }, workers);
    return { losses, steps: state.step, events: state.events, weights: arraysOf(training.weights) };
  } finally {
    disposeTraining(training);
  }
}

const SETTINGS = {
  width: 16,
  layers: 2,
  heads: 2,
  length: 24,
  batchSize: 8,
  epochs: 3,
  seed: 4,
  dropout: 0.2,
} as const;
/** Number of live worker threads and message ports. */
const threads = () => process.getActiveResourcesInfo().filter((name) => /Worker|MessagePort/.test(name)).length;

describe('data-parallel workers', () => {
  it('produce the same weights, bit for bit, for the same number of workers', async () => {
    const first = await trainOnShop(3);
    expect(await trainOnShop(3)).toEqual(first);
  });

  it('produce those of a single thread if there is one without prefetching', async () => {
    expect(await trainOnShop(1)).toEqual(await trainOnShop(0));
  });

  it.each([
    ['masked objective', {}],
    ['next-session prediction', { nextSession: 0.5 }],
    ['causal objective', { objective: 'causal' }],
    ['contrastive loss', { contrast: 0.5, sliceLength: 8 }],
    ['sampled softmax', { loss: 'sampled', negatives: 6, labelSmoothing: 0.1 }],
  ] as const)('match a single thread up to rounding, without dropout: %s', async (_name, settings) => {
    const single = await trainOnShop(0, { ...settings, dropout: 0 });
    for (const workers of [2, 3]) {
      const more = await trainOnShop(workers, { ...settings, dropout: 0 });
      expect(more).toMatchObject({ steps: single.steps, events: single.events });
      more.losses.forEach((loss, epoch) => {
        expect(Math.abs(loss - single.losses[epoch]!), `epoch ${epoch}`).toBeLessThan(2e-3);
      });
    }
  });

  it('may outnumber the examples of a batch', async () => {
    const few = await trainOnShop(3, { batchSize: 2, epochs: 1, dropout: 0 });
    const single = await trainOnShop(0, { batchSize: 2, epochs: 1, dropout: 0 });
    expect(few.losses[0]).toBeCloseTo(single.losses[0]!, 2);
  });

  it('leave no thread behind, finished or stopped', async () => {
    await trainOnShop(2, { epochs: 1 });
    const before = threads();
    await trainOnShop(2, { epochs: 1 });
    let checksLeft = 4;
    const checkCancelled = () => {
      if (--checksLeft === 0) throw new Error('stopped here');
    };
    await expect(trainOnShop(2, {}, { checkCancelled })).rejects.toThrow('stopped here');
    expect(threads()).toBeLessThanOrEqual(before);
  });

  it('whose loss diverges end the training: TRAINING_DIVERGED', async () => {
    const spoil = ({ weights }: ReturnType<typeof newTraining>) =>
      weights['head.norm.gamma']!.assign(tf.tidy(() => tf.fill([16], Number.NaN)));
    const error: unknown = await trainOnShop(2, {}, {}, spoil).catch((thrown: unknown) => thrown);
    expect(errorShape(error).code).toBe('TRAINING_DIVERGED');
  });
});
