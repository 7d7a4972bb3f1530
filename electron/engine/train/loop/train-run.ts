import type { Progress } from '../../../../shared/contract/jobs.ts';
import type { TrainSummary } from '../../../../shared/contract/train.ts';
import type { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { epochHistories, type TrainingData } from './epoch-batches.ts';
import { startStepper } from './start-stepper.ts';
import type { Learner } from './step.ts';
import type { Stepper } from './stepper.ts';
import { type TrainState, updateBest } from './train-state.ts';

/** Callbacks of a training. */
export interface TrainHooks {
  progress(progress: Progress): void;
  checkCancelled(): void;
  /** Called after each step, and after each epoch's `onEpoch`; returns true to stop early. */
  shouldStop?(state: TrainState): boolean;
  /**
   * Called after each epoch with its mean training loss; returns the validation metrics, null if nothing is held out.
   */
  onEpoch(state: TrainState, trainingLoss: number): Readonly<Record<string, number>> | null;
  /** Called after an epoch that is the best so far. */
  onBest?: (state: TrainState) => void;
  /** Called with a state from which the training can be resumed. */
  onCheckpoint?(state: TrainState): void;
}

export interface TrainEnd {
  readonly state: TrainState;
  readonly endedBy: TrainSummary['endedBy'];
}

/**
 * Trains from a state to the end, epoch by epoch, with a number of workers (`startStepper`). All random choices follow
 * from the seed, the epoch and the step, so a resumed training continues as if it had not been interrupted. Throws
 * TRAINING_DIVERGED and THREAD_DIED.
 */
export async function train(
  training: TrainingData & Learner,
  from: TrainState,
  hooks: TrainHooks,
  workers = 0,
): Promise<TrainEnd> {
  const stepper = startStepper(training, from, workers);
  try {
    return await trainLoop(stepper, training, from, hooks);
  } finally {
    await stepper.end();
  }
}

async function trainLoop(
  stepper: Stepper,
  training: TrainingData & Learner,
  from: TrainState,
  hooks: TrainHooks,
): Promise<TrainEnd> {
  const { train: settings } = training.config;
  const perEpoch = Math.ceil(epochHistories(training).length / settings.batchSize);
  const total = perEpoch * settings.epochs;
  const started = performance.now() - from.seconds * 1000;
  const state = { ...from };
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
      const { seconds } = state;
      const figures = {
        loss,
        rate,
        eventsPerSecond: state.events / seconds,
        tokensPerSecond: state.tokens / seconds,
        epoch: state.epoch + 1,
      };
      hooks.progress({ stage: 'train.steps', done: Math.round(total * progress), total, unit: 'steps', figures });
      if (hooks.shouldStop?.(state)) return { state, endedBy: 'stopped' };
      const { checkpointSteps } = settings;
      if (checkpointSteps > 0 && state.step % checkpointSteps === 0 && state.batch < perEpoch)
        hooks.onCheckpoint?.(state);
    }
    endEpoch(state, perEpoch, hooks);
    if (hooks.shouldStop?.(state)) return { state, endedBy: 'stopped' };
  }
}

function endEpoch(state: TrainState, perEpoch: number, hooks: TrainHooks): void {
  const loss = state.loss / perEpoch;
  state.epoch++;
  state.batch = 0;
  state.loss = 0;
  if (updateBest(state, hooks.onEpoch(state, loss), loss)) hooks.onBest?.(state);
  hooks.onCheckpoint?.(state);
}

/** Returns why the training ends between two epochs, or null if it continues. */
function endOf(state: TrainState, settings: TrainConfig): TrainSummary['endedBy'] | null {
  const { epochs, patience } = settings;
  if (state.epoch >= epochs) return 'epochs';
  if (patience > 0 && state.epoch - state.bestEpoch >= patience) return 'patience';
  return timeShare(state, settings) >= 1 ? 'minutes' : null;
}

function timeShare({ seconds }: TrainState, { minutes }: TrainConfig): number {
  return minutes > 0 ? Math.min(1, seconds / (60 * minutes)) : 0;
}
