import type { Progress } from '../../../../shared/contract/jobs.ts';
import type { TrainSummary } from '../../../../shared/contract/train.ts';
import type { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { type Lessons, trainable } from './epoch-batches.ts';
import type { Learner } from './step.ts';
import { type Stepper, startSteps } from './stepper.ts';
import { noteBest, type TrainState } from './train-state.ts';

/** What a training is told of its surroundings, and tells them. */
export interface TrainHooks {
  progress(progress: Progress): void;
  checkCancelled(): void;
  /** Asked after each step, and after each epoch's `onEpoch`: whether that is enough, before the end. */
  enough?(state: TrainState): boolean;
  /** After each epoch: mean training loss of it; gives what validation says, null where nothing was held out. */
  onEpoch(state: TrainState, trainingLoss: number): Readonly<Record<string, number>> | null;
  /** After an epoch that is the best so far. */
  onBest?: (state: TrainState) => void;
  /** Where the training could go on from. */
  onCheckpoint?(state: TrainState): void;
}

export interface TrainEnd {
  readonly state: TrainState;
  readonly endedBy: TrainSummary['endedBy'];
}

/**
 * Trains from a state to the end, epoch by epoch, with so many workers (`startSteps`). All random choices follow from the seed,
 * the epoch and the step, so a training that was resumed goes on as if it had not been interrupted. Throws TRAINING_DIVERGED
 * and THREAD_DIED.
 */
export async function train(
  training: Lessons & Learner,
  from: TrainState,
  hooks: TrainHooks,
  workers = 0,
): Promise<TrainEnd> {
  const steps = startSteps(training, from, workers);
  try {
    return await trainBy(steps, training, from, hooks);
  } finally {
    await steps.end();
  }
}

async function trainBy(
  steps: Stepper,
  training: Lessons & Learner,
  from: TrainState,
  hooks: TrainHooks,
): Promise<TrainEnd> {
  const { train: settings } = training.config;
  const perEpoch = Math.ceil(trainable(training).length / settings.batchSize);
  const total = perEpoch * settings.epochs;
  const started = performance.now() - from.seconds * 1000;
  const state = { ...from };
  for (;;) {
    const endedBy = state.batch === 0 ? endOf(state, settings) : null;
    if (endedBy) return { state, endedBy };
    while (state.batch < perEpoch) {
      hooks.checkCancelled();
      const progress = Math.max(state.step / total, timeShare(state, settings));
      const { loss, rate, events, tokens, padding } = await steps.step(state.step, progress);
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
      if (hooks.enough?.(state)) return { state, endedBy: 'stopped' };
      const { checkpointSteps } = settings;
      if (checkpointSteps > 0 && state.step % checkpointSteps === 0 && state.batch < perEpoch)
        hooks.onCheckpoint?.(state);
    }
    endEpoch(state, perEpoch, hooks);
    if (hooks.enough?.(state)) return { state, endedBy: 'stopped' };
  }
}

function endEpoch(state: TrainState, perEpoch: number, hooks: TrainHooks): void {
  const loss = state.loss / perEpoch;
  state.epoch++;
  state.batch = 0;
  state.loss = 0;
  if (noteBest(state, hooks.onEpoch(state, loss), loss)) hooks.onBest?.(state);
  hooks.onCheckpoint?.(state);
}

/** What ends a training between two epochs, if anything does. */
function endOf(state: TrainState, settings: TrainConfig): TrainSummary['endedBy'] | null {
  const { epochs, patience } = settings;
  if (state.epoch >= epochs) return 'epochs';
  if (patience > 0 && state.epoch - state.bestEpoch >= patience) return 'patience';
  return timeShare(state, settings) >= 1 ? 'minutes' : null;
}

function timeShare({ seconds }: TrainState, { minutes }: TrainConfig): number {
  return minutes > 0 ? Math.min(1, seconds / (60 * minutes)) : 0;
}
