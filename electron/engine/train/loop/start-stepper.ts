import { yieldToEventLoop } from '../../threads/yield-to-event-loop.ts';
import { startDataParallel } from './crew/data-parallel.ts';
import { shardsOf } from './crew/shards.ts';
import { epochBatches, epochHistories, type TrainingData } from './epoch-batches.ts';
import { type Learner, trainStep } from './step.ts';
import type { Stepper } from './stepper.ts';
import type { TrainState } from './train-state.ts';

/**
 * Starts the steps of a training. `workers`: number of data-parallel workers; 0 means the calling thread alone, without a thread that prefetches
 * batches.
 */
export function startStepper(training: TrainingData & Learner, from: TrainState, workers: number): Stepper {
  return workers === 0 ? singleThreadStepper(training, from) : startDataParallel(training, from, workers);
}

function singleThreadStepper(training: TrainingData & Learner, from: TrainState): Stepper {
  const batches = allBatches(training, from);
  return {
    async step(step, progress) {
      const { value: batch } = batches.next();
      if (!batch) throw new Error('a training was to go on beyond its last epoch');
      const [shard] = shardsOf(batch, 1);
      const { loss, rate } = trainStep(training, shard!, step, progress);
      await yieldToEventLoop();
      return { loss, rate, ...shard!.counts };
    },
    async end() {},
  };
}

function* allBatches(trainingData: TrainingData, { epoch: first, batch }: Pick<TrainState, 'epoch' | 'batch'>) {
  const histories = epochHistories(trainingData);
  for (let epoch = first, skip = batch; epoch < trainingData.config.train.epochs; epoch++, skip = 0) {
    yield* epochBatches(trainingData, histories, epoch, skip);
  }
}
