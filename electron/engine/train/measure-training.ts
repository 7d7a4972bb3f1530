import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobContext } from '../jobs/context.ts';
import { encode } from '../sequence/encode.ts';
import { inSharedMemory } from '../sequence/shared-behaviours.ts';
import { behaviourTask } from './behaviours/behaviour-task.ts';
import { workersFor } from './behaviours/workers.ts';
import type { Dataset } from './dataset.ts';
import { configure, newTraining, parameterCount } from './new-run.ts';
import { type TrainHooks, train } from './trainer/trainer.ts';
import { disposeTraining } from './trainer/training.ts';
import { validator } from './validate.ts';

/** The first steps compile kernels and fill caches, so they are not timed. */
const WARM_UP = 2;
const SECONDS = 2;
/** More than can be trained during the measurement. */
const EPOCHS = 10_000;

/** Runs some training steps, which are discarded, and times one validation. Throws NOTHING_TO_LEARN. */
export async function measureTraining(
  dataset: Dataset,
  settings: TrainConfig,
  { progress, checkCancelled }: JobContext,
) {
  const config = configure({ ...settings, epochs: EPOCHS, minutes: 0, patience: 0 }, dataset);
  const behaviours = inSharedMemory(encode(dataset.histories, config.vocabulary));
  const trainingData = { config, behaviours, trainEnd: dataset.split.trainEnd };
  const training = newTraining(config);
  const workers = workersFor({ ...trainingData, config: { ...config, train: settings } }, training.state);
  const validate = validator(dataset, behaviours, config, training.weights);
  const timer = new StepTimer();
  let stepsPerEpoch = 0;
  try {
    const hooks: TrainHooks = {
      checkCancelled,
      onStep: (_state, { total }) => {
        stepsPerEpoch = total / EPOCHS;
        progress({ stage: 'train.estimate', done: Math.min(timer.seconds, SECONDS), total: SECONDS, unit: 'seconds' });
      },
      shouldStop: (state) => timer.step(state.events),
      onEpoch: () => null,
    };
    await train(behaviourTask(trainingData), training, hooks, workers);
    const { secondsPerStep, ...rates } = timer.rates();
    const secondsPerEpoch = secondsPerStep * stepsPerEpoch + timed(validate);
    return { ...rates, stepsPerEpoch, secondsPerEpoch, parameters: parameterCount(training.weights) };
  } finally {
    disposeTraining(training);
  }
}

function timed(action: () => unknown): number {
  const before = performance.now();
  action();
  return (performance.now() - before) / 1000;
}

/** Times the steps after the warm-up. */
class StepTimer {
  private steps = 0;
  private startTime = performance.now();
  private eventsBefore = 0;
  private events = 0;
  seconds = 0;

  /** Records a step, given the number of events trained on so far; returns whether enough steps have been timed. */
  step(events: number): boolean {
    const now = performance.now();
    this.steps++;
    if (this.steps <= WARM_UP) {
      this.startTime = now;
      this.eventsBefore = events;
      return false;
    }
    this.seconds = (now - this.startTime) / 1000;
    this.events = events - this.eventsBefore;
    return this.seconds >= SECONDS;
  }

  rates() {
    const steps = this.steps - WARM_UP;
    return { steps, secondsPerStep: this.seconds / steps, eventsPerSecond: this.events / this.seconds };
  }
}
