import { afterEach, describe, expect, it } from 'vitest';
import { startWasm } from '../../../../electron/engine/model/kernels/register.ts';
import { encode } from '../../../../electron/engine/sequence/encode.ts';
import { behaviourTask } from '../../../../electron/engine/train/behaviours/behaviour-task.ts';
import { epochBatches, epochHistories } from '../../../../electron/engine/train/behaviours/epoch-batches.ts';
import { readDataset } from '../../../../electron/engine/train/dataset.ts';
import { configure, newTraining } from '../../../../electron/engine/train/new-run.ts';
import { trainStep } from '../../../../electron/engine/train/trainer/step.ts';
import { disposeTraining } from '../../../../electron/engine/train/trainer/training.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { fillShop, testWorkspace } from '../../../support/shop.ts';
import { ringEvents } from '../ring-shop.ts';

afterEach(async () => {
  await startWasm();
});

/** Losses of a training's first steps, with the kernels in use. */
function firstLosses(objective: TrainConfig['objective']): number[] {
  const workspace = testWorkspace();
  fillShop(workspace, { events: ringEvents({ users: 20, walk: 12, seed: 1 }) });
  const train = TrainConfig.parse({ width: 16, layers: 1, batchSize: 8, objective });
  const dataset = readDataset(workspace.db, train);
  const config = configure(train, dataset);
  const behaviours = encode(dataset.histories, config.vocabulary);
  const trainingData = { config, behaviours, trainEnd: dataset.split.trainEnd };
  const training = newTraining(config);
  const task = behaviourTask(trainingData);
  const losses = [...epochBatches(trainingData, epochHistories(trainingData), 0, 0)]
    .slice(0, 3)
    .map((batch, step) => trainStep(task, training, task.source.shards(batch, step, 1)[0]!, step, 0.5).loss);
  disposeTraining(training);
  return losses;
}

describe('a training without kernels', () => {
  it.each(['masked', 'causal'] as const)('takes the same steps as with kernels (%s)', async (objective) => {
    await startWasm();
    const fast = firstLosses(objective);
    expect(fast.length).toBe(3);
    expect((await startWasm([])).kernels).toBeNull();
    const plain = firstLosses(objective);
    expect(plain.map((loss) => loss.toFixed(3))).toEqual(fast.map((loss) => loss.toFixed(3)));
  });
});
