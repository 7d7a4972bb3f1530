import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobContext } from '../jobs/context.ts';
import { encode } from '../sequence/encode.ts';
import { inSharedMemory } from '../sequence/shared-behaviours.ts';
import type { Dataset } from './dataset.ts';
import { disposeTraining } from './loop/checkpoint.ts';
import { type TrainHooks, train } from './loop/train-run.ts';
import { workersFor } from './loop/workers.ts';
import { configure, parametersOf, untrained } from './new-run.ts';
import { validator } from './validate.ts';

/** The first steps compile kernels and fill caches: they say nothing of the others. */
const WARM_UP = 2;
const SECONDS = 2;
/** More than can be learnt meanwhile. */
const EPOCHS = 10_000;

/** Takes some steps of a training that is thrown away, and asks its validation once. Throws NOTHING_TO_LEARN. */
export async function measureTraining(
  dataset: Dataset,
  settings: TrainConfig,
  { progress, checkCancelled }: JobContext,
) {
  const config = configure({ ...settings, epochs: EPOCHS, minutes: 0, patience: 0 }, dataset);
  const behaviours = inSharedMemory(encode(dataset.histories, config.vocabulary));
  const lessons = { config, behaviours, trainEnd: dataset.split.trainEnd };
  const training = untrained(config);
  const workers = workersFor({ ...lessons, config: { ...config, train: settings } }, training.state);
  const validate = validator(dataset, behaviours, config, training.weights);
  const watch = new Watch();
  let stepsPerEpoch = 0;
  try {
    const hooks: TrainHooks = {
      checkCancelled,
      progress: ({ total }) => {
        stepsPerEpoch = total / EPOCHS;
        progress({ stage: 'train.estimate', done: Math.min(watch.seconds, SECONDS), total: SECONDS, unit: 'seconds' });
      },
      enough: (state) => watch.step(state.events),
      onEpoch: () => null,
    };
    await train({ ...lessons, ...training }, training.state, hooks, workers);
    const { secondsPerStep, ...rates } = watch.rates();
    const secondsPerEpoch = secondsPerStep * stepsPerEpoch + timed(validate);
    return { ...rates, stepsPerEpoch, secondsPerEpoch, parameters: parametersOf(training.weights) };
  } finally {
    disposeTraining(training);
  }
}

function timed(work: () => unknown): number {
  const before = performance.now();
  work();
  return (performance.now() - before) / 1000;
}

/** Times the steps after those that warm up. */
class Watch {
  private steps = 0;
  private since = performance.now();
  private eventsBefore = 0;
  private events = 0;
  seconds = 0;

  /** To be told of each step with the events learnt from so far; gives whether enough were measured. */
  step(events: number): boolean {
    const now = performance.now();
    this.steps++;
    if (this.steps <= WARM_UP) {
      this.since = now;
      this.eventsBefore = events;
      return false;
    }
    this.seconds = (now - this.since) / 1000;
    this.events = events - this.eventsBefore;
    return this.seconds >= SECONDS;
  }

  rates() {
    const steps = this.steps - WARM_UP;
    return { steps, secondsPerStep: this.seconds / steps, eventsPerSecond: this.events / this.seconds };
  }
}
