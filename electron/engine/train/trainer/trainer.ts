import type { TrainSummary } from '../../../../shared/contract/train.ts';
import { updateAverage } from './average.ts';
import { startReplicas } from './data-parallel/start-replicas.ts';
import { type Stepper, singleThreadStepper } from './stepper.ts';
import { type TrainState, updateBest } from './train-state.ts';
import type { TrainerSettings, TrainTask } from './train-task.ts';
import type { Training } from './training.ts';

/** Callbacks of a training. */
export interface TrainHooks {
  checkCancelled(): void;
  onStep?(state: TrainState, step: StepResult): void;
  /** Called after each step, and after each epoch's `onEpoch`; returns true to stop early. */
  shouldStop?(state: TrainState): boolean;
  /**
   * Called after each epoch with its mean training loss; returns the validation metrics, null if nothing is held out.
   */
  onEpoch(state: TrainState, trainingLoss: number): Readonly<Record<string, number>> | null;
  /** Called after an epoch that is the best so far. */
  onBest?(state: TrainState): void;
  /** Called with a state from which the training can be resumed. */
  onCheckpoint?(state: TrainState): void;
}

export interface StepResult {
  /** Mean loss of the batch. */
  readonly loss: number;
  readonly rate: number;
  /** Number of events in the batch. */
  readonly events: number;
  /** Completed share of the training before the step. */
  readonly progress: number;
  /** Number of steps of the training. */
  readonly total: number;
}

export interface TrainEnd {
  readonly state: TrainState;
  readonly endedBy: TrainSummary['endedBy'];
}

/**
 * Trains from the training's state to the end, epoch by epoch. `workers`: number of data-parallel workers; 0 means the
 * calling thread alone, without a thread that prefetches batches. A resumed training continues as if it had not been
 * interrupted. Throws TRAINING_DIVERGED and THREAD_DIED.
 */
export async function train<Example, Inputs>(
  task: TrainTask<Example, Inputs>,
  training: Training,
  hooks: TrainHooks,
  workers = 0,
): Promise<TrainEnd> {
  const stepper = workers === 0 ? singleThreadStepper(task, training) : startReplicas(task, training, workers);
  try {
    return await trainLoop(stepper, task.settings, task.source.batchesPerEpoch(), training, hooks);
  } finally {
    await stepper.end();
  }
}

async function trainLoop(
  stepper: Stepper,
  settings: TrainerSettings,
  perEpoch: number,
  training: Training,
  hooks: TrainHooks,
): Promise<TrainEnd> {
  const total = perEpoch * settings.epochs;
  const state = { ...training.state };
  const started = performance.now() - state.seconds * 1000;
  for (;;) {
    const endedBy = state.batch === 0 ? endOf(state, settings) : null;
    if (endedBy) return { state, endedBy };
    while (state.batch < perEpoch) {
      hooks.checkCancelled();
      const progress = Math.max(state.step / total, timeShare(state, settings));
      const { loss, rate, events, tokens, padding } = await stepper.step(state.step, progress);
      state.seconds = (performance.now() - started) / 1000;
      state.batch++;
      state.step++;
      state.events += events;
      state.tokens += tokens;
      state.padding += padding;
      state.loss += loss;
      hooks.onStep?.(state, { loss, rate, events, progress, total });
      if (hooks.shouldStop?.(state)) return { state, endedBy: 'stopped' };
      const { checkpointSteps } = settings;
      if (checkpointSteps > 0 && state.step % checkpointSteps === 0 && state.batch < perEpoch)
        hooks.onCheckpoint?.(state);
    }
    endEpoch(state, perEpoch, settings, training, hooks);
    if (hooks.shouldStop?.(state)) return { state, endedBy: 'stopped' };
  }
}

function endEpoch(
  state: TrainState,
  perEpoch: number,
  { averaging }: TrainerSettings,
  { weights, average }: Training,
  hooks: TrainHooks,
): void {
  const loss = state.loss / perEpoch;
  state.epoch++;
  state.batch = 0;
  state.loss = 0;
  if (average) updateAverage(average, weights, state.epoch, averaging);
  if (updateBest(state, hooks.onEpoch(state, loss), loss)) hooks.onBest?.(state);
  hooks.onCheckpoint?.(state);
}

/** Returns why the training ends between two epochs, or null if it continues. */
function endOf(state: TrainState, settings: TrainerSettings): TrainSummary['endedBy'] | null {
  const { epochs, patience } = settings;
  if (state.epoch >= epochs) return 'epochs';
  if (patience > 0 && state.epoch - state.bestEpoch >= patience) return 'patience';
  return timeShare(state, settings) >= 1 ? 'minutes' : null;
}

function timeShare({ seconds }: TrainState, { minutes }: TrainerSettings): number {
  return minutes > 0 ? Math.min(1, seconds / (60 * minutes)) : 0;
}
