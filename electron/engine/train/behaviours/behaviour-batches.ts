import type { ThreadEntry } from '../../threads/start-thread.ts';
import type { Example } from '../objective/example.ts';
import { prefetchBatches } from '../trainer/data-parallel/prefetch.ts';
import type { Prefetching } from '../trainer/data-parallel/thread-work.ts';
import type { BatchSource } from '../trainer/train-task.ts';
import { epochBatches, epochHistories, type TrainingData } from './epoch-batches.ts';
import { type BehaviourInputs, shardsOf } from './shards.ts';

/** Returns the batches of masked or causal modelling of behaviours. */
export function behaviourBatches(trainingData: TrainingData): BatchSource<Example, BehaviourInputs> {
  const { epochs, batchSize, seed } = trainingData.config.train;
  let histories: Int32Array | undefined;
  const historiesOfEpoch = () => {
    histories ??= epochHistories(trainingData);
    return histories;
  };
  return {
    epochs,
    batchesPerEpoch: () => Math.ceil(historiesOfEpoch().length / batchSize),
    batches: (epoch, skip) => epochBatches(trainingData, historiesOfEpoch(), epoch, skip),
    shards: (batch, step, workers) => shardsOf(batch, workers, seed, step),
  };
}

interface PrefetchInput {
  /** Its behaviours are in shared memory. */
  readonly trainingData: TrainingData;
  readonly work: Prefetching;
}

/** Thread that prefetches batches of behaviours. */
export const behaviourPrefetch: ThreadEntry<PrefetchInput> = {
  name: 'train.behaviours.prefetch',
  run: ({ trainingData, work }) => prefetchBatches(behaviourBatches(trainingData), work),
};
