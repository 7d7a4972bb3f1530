import { turn } from '../../model/backends/yield-to-event-loop.ts';
import { startCrew } from './crew/data-parallel.ts';
import type { Counts } from './crew/shards.ts';
import { partsOf } from './crew/shards.ts';
import { epochBatches, type Lessons, trainable } from './epoch-batches.ts';
import { type Learner, trainStep } from './step.ts';
import type { TrainState } from './train-state.ts';

/** Takes the steps of a training, one after another from where it stands. */
export interface Stepper {
  /** `progress`: the share of the training that lies behind. Throws TRAINING_DIVERGED and THREAD_DIED. */
  step(step: number, progress: number): Promise<Counts & { readonly loss: number; readonly rate: number }>;
  /** Lets go of what it needed, threads above all. */
  end(): Promise<void>;
}

/** `workers`: threads that learn together; 0 for none besides the calling one, not even one that prepares batches. */
export function startSteps(training: Lessons & Learner, from: TrainState, workers: number): Stepper {
  return workers === 0 ? alone(training, from) : startCrew(training, from, workers);
}

function alone(training: Lessons & Learner, from: TrainState): Stepper {
  const batches = allBatches(training, from);
  return {
    async step(step, progress) {
      const { value: batch } = batches.next();
      if (!batch) throw new Error('a training was to go on beyond its last epoch');
      const [part] = partsOf(batch, 1);
      const { loss, rate } = trainStep(training, part!, step, progress);
      await turn();
      return { loss, rate, ...part!.counts };
    },
    async end() {},
  };
}

function* allBatches(lessons: Lessons, { epoch: first, batch }: Pick<TrainState, 'epoch' | 'batch'>) {
  const histories = trainable(lessons);
  for (let epoch = first, skip = batch; epoch < lessons.config.train.epochs; epoch++, skip = 0) {
    yield* epochBatches(lessons, histories, epoch, skip);
  }
}
