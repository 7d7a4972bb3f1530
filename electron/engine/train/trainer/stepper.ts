import { yieldToEventLoop } from '../../threads/yield-to-event-loop.ts';
import { batchesFrom } from './batches-from.ts';
import { trainStep } from './step.ts';
import type { Counts, TrainTask } from './train-task.ts';
import type { Training } from './training.ts';

/** Runs the steps of a training in order, from its current state. */
export interface Stepper {
  /** `progress`: completed share of the training. Throws TRAINING_DIVERGED and THREAD_DIED. */
  step(step: number, progress: number): Promise<Counts & { readonly loss: number; readonly rate: number }>;
  /** Releases resources, above all threads. */
  end(): Promise<void>;
}

/** Trains in the calling thread alone. */
export function singleThreadStepper<Example, Inputs>(task: TrainTask<Example, Inputs>, training: Training): Stepper {
  const batches = batchesFrom(task.source, training.state);
  return {
    async step(step, progress) {
      const { value: batch } = batches.next();
      if (!batch) throw new Error('a step was requested beyond the last epoch');
      const shard = task.source.shards(batch, step, 1)[0]!;
      const { loss, rate } = trainStep(task, training, shard, step, progress);
      await yieldToEventLoop();
      return { loss, rate, ...shard.counts };
    },
    async end() {},
  };
}
