import type { Progress } from '../../../shared/contract/jobs.ts';
import type { JobContext } from '../jobs/context.ts';
import type { Weights } from '../model/weights.ts';
import { appendEpoch, truncateCurve } from '../runs/curve.ts';
import { parameterCount } from './new-run.ts';
import { loadCheckpoint, saveBest, saveCheckpoint } from './trainer/checkpoint.ts';
import type { TrainState } from './trainer/train-state.ts';
import type { TrainTask } from './trainer/train-task.ts';
import { type StepResult, type TrainEnd, type TrainHooks, train } from './trainer/trainer.ts';
import { disposeTraining, resultOf, type Training } from './trainer/training.ts';

/** Training of a run. */
export interface RunTraining<Example, Inputs> {
  readonly task: TrainTask<Example, Inputs>;
  /** Creates the training before its first step. */
  start(): Training;
  /** Returns the number of data-parallel workers for the rest of the training; 0 for the calling thread alone. */
  workers(state: TrainState): number;
  /** Returns a function that computes validation metrics of the weights; none if nothing is held out. */
  validator(weights: Weights): () => Record<string, number>;
}

/** Result of a training; its weights are disposed afterwards. */
export interface TrainingResult {
  readonly end: TrainEnd;
  readonly weights: Weights;
  /** Number of data-parallel workers, 0 if the calling thread did everything. */
  readonly workers: number;
  validate(): Record<string, number>;
}

/**
 * Trains a run whose configuration is saved, from its last checkpoint to its end or until `shouldStop` returns true. Saves
 * its learning curve, its checkpoints and its best epoch, and returns the result of `finish`.
 */
export async function runTraining<Example, Inputs, T>(
  id: string,
  { task, start, workers: workersFor, validator }: RunTraining<Example, Inputs>,
  context: JobContext,
  finish: (result: TrainingResult) => T,
  shouldStop: TrainHooks['shouldStop'] = () => false,
): Promise<T> {
  const { path } = context.workspace;
  const training = loadCheckpoint(path, id) ?? start();
  try {
    const { state } = training;
    const weights = resultOf(training);
    const workers = workersFor(state);
    const validate = validator(weights);
    context.log(
      `${id}: ${parameterCount(weights)} parameters, ${workers} workers, from epoch ${state.epoch}, step ${state.step}`,
    );
    truncateCurve(path, id, state.epoch);
    let validationFigures = {};
    const hooks: TrainHooks = {
      checkCancelled: context.checkCancelled,
      onStep: (currentState, step) => context.progress(stepProgress(currentState, step, validationFigures)),
      shouldStop,
      onEpoch({ epoch, step, events, seconds }, loss) {
        const validation = validate();
        const validationLoss = validation.loss ?? null;
        validationFigures = Object.fromEntries(
          Object.entries(validation).map(([name, value]) => [`validation.${name}`, value]),
        );
        appendEpoch(path, id, { epoch, step, events, seconds, loss, validationLoss, validation });
        context.log(`epoch ${epoch}: loss ${loss.toFixed(4)}, validation ${validationLoss?.toFixed(4) ?? 'none'}`);
        return validation;
      },
      onCheckpoint: (currentState) => saveCheckpoint(path, id, { ...training, state: currentState }),
    };
    if (task.settings.patience > 0) hooks.onBest = (currentState) => saveBest(path, id, weights, currentState);
    const end = await train(task, training, hooks, workers);
    return finish({ end, weights, workers, validate });
  } finally {
    disposeTraining(training);
  }
}

function stepProgress(
  { events, tokens, seconds, epoch }: TrainState,
  { loss, rate, progress, total }: StepResult,
  validationFigures: Readonly<Record<string, number>>,
): Progress {
  return {
    stage: 'train.steps',
    done: Math.round(total * progress),
    total,
    unit: 'steps',
    figures: {
      ...{ loss, rate, eventsPerSecond: events / seconds, tokensPerSecond: tokens / seconds, epoch: epoch + 1 },
      ...validationFigures,
    },
  };
}
