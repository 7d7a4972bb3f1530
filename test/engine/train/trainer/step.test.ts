import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../../../electron/engine/model/kernels/register.ts';
import { encode } from '../../../../electron/engine/sequence/encode.ts';
import { behaviourTask } from '../../../../electron/engine/train/behaviours/behaviour-task.ts';
import { epochBatches, epochHistories } from '../../../../electron/engine/train/behaviours/epoch-batches.ts';
import { readDataset } from '../../../../electron/engine/train/dataset.ts';
import { configure, newTraining } from '../../../../electron/engine/train/new-run.ts';
import { trainStep } from '../../../../electron/engine/train/trainer/step.ts';
import { startState, updateBest } from '../../../../electron/engine/train/trainer/train-state.ts';
import { disposeTraining } from '../../../../electron/engine/train/trainer/training.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { errorShape } from '../../../../shared/errors.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../../support/shop.ts';
import { ringEvents } from '../ring-shop.ts';

beforeAll(async () => {
  await startWasm();
});

/** Training data of walks of 3 to 40 events. */
function trainingDataOf(settings: Partial<TrainConfig>) {
  const workspace = testWorkspace();
  fillShop(workspace, { events: walks() });
  const train = TrainConfig.parse({ width: 16, layers: 1, batchSize: 8, ...settings });
  const dataset = readDataset(workspace.db, train);
  const config = configure(train, dataset);
  return { config, behaviours: encode(dataset.histories, config.vocabulary), trainEnd: dataset.split.trainEnd };
}

function walks(): ShopEvent[] {
  return Array.from({ length: 70 }, (_, u) =>
    ringEvents({ users: 1, walk: 3 + (u % 38), seed: u }).map((event) => ({
      ...event,
      user: `user ${u}`,
      session: `${u} ${event.session}`,
    })),
  ).flat();
}

describe('an epoch', () => {
  it('contains each history once, with little padding even for very different lengths', () => {
    const trainingData = trainingDataOf({});
    const histories = epochHistories(trainingData);
    const users = new Set<number>();
    let tokens = 0;
    let cells = 0;
    for (const batch of epochBatches(trainingData, histories, 0, 0)) {
      const lengths = batch.map(({ positions }) => positions.event.length);
      tokens += lengths.reduce((sum, length) => sum + length, 0);
      cells += Math.max(...lengths) * batch.length;
      for (const { positions } of batch) {
        const first = positions.event.find((event) => event >= 0)!;
        users.add(trainingData.behaviours.offsets.findLastIndex((offset) => offset <= first));
      }
    }
    expect(users.size).toBe(histories.length);
    expect(1 - tokens / cells).toBeLessThan(0.12);
  });

  it('can be entered at any batch', () => {
    const trainingData = trainingDataOf({ batchSize: 2 });
    const histories = epochHistories(trainingData);
    const all = [...epochBatches(trainingData, histories, 3, 0)];
    expect(all.length).toBe(Math.ceil(histories.length / 2));
    for (const skip of [1, 15, 16, 17, all.length - 1, all.length]) {
      expect([...epochBatches(trainingData, histories, 3, skip)]).toEqual(all.slice(skip));
    }
  });
});

describe('a step', () => {
  it('whose loss is NaN ends the training: TRAINING_DIVERGED', () => {
    const trainingData = trainingDataOf({});
    const training = newTraining(trainingData.config);
    const task = behaviourTask(trainingData);
    const [batch] = epochBatches(trainingData, epochHistories(trainingData), 0, 0);
    const before = tf.memory().numTensors;
    training.weights['head.norm.gamma']!.assign(tf.tidy(() => tf.fill([16], Number.NaN)));
    let code = 'none';
    try {
      trainStep(task, training, task.source.shards(batch!, 0, 1)[0]!, 0, 0);
    } catch (error) {
      code = errorShape(error).code;
    }
    expect(code).toBe('TRAINING_DIVERGED');
    expect(tf.memory().numTensors - before).toBeLessThanOrEqual(1);
    disposeTraining(training);
  });
});

describe('the best epoch', () => {
  it('has the highest NDCG@10, then the lowest validation loss, or the lowest training loss if nothing is held out', () => {
    const state = { ...startState };
    const epoch = (validation: Record<string, number> | null, loss = 5) => {
      state.epoch++;
      return updateBest(state, validation, loss);
    };
    expect(epoch({ 'ndcg@10': 0, loss: 8 })).toBe(true);
    expect(epoch({ 'ndcg@10': 0, loss: 7 })).toBe(true);
    expect(epoch({ 'ndcg@10': 0.2, loss: 9 })).toBe(true);
    expect(epoch({ 'ndcg@10': 0.2, loss: 9 })).toBe(false);
    expect(epoch({ 'ndcg@10': 0.1, loss: 1 })).toBe(false);
    expect(state).toMatchObject({ bestEpoch: 3, bestScore: 0.2, bestLoss: 9 });
    Object.assign(state, startState);
    expect([epoch(null, 3), epoch(null, 4), epoch(null, 2)]).toEqual([true, false, true]);
  });
});
