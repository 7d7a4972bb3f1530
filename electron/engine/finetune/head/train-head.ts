import type { FinetuneConfig } from '../../../../shared/domain/finetune-config.ts';
import { Random } from '../../../../shared/domain/random.ts';
import type { EncoderConfig } from '../../model/config.ts';
import { disposeWeights, type Weights } from '../../model/weights.ts';
import { startState } from '../../train/trainer/train-state.ts';
import { type TrainHooks, train } from '../../train/trainer/trainer.ts';
import { resultOf, startTraining } from '../../train/trainer/training.ts';
import { balancedWeights, fitTargetScale, type Labels, scaled } from '../labels/labels.ts';
import type { Split } from '../split.ts';
import { type HeadModel, newHead } from './head.ts';
import { headValidationLoss } from './head-loss.ts';
import { headTask, headWorkers } from './head-task.ts';
import type { Samples } from './samples.ts';
import { clear, divideWeights, encoderCopy, restore, snapshot } from './trainable-weights.ts';

export interface HeadHooks {
  checkCancelled(): void;
  /** Called before the linear model on counts is fitted. */
  onLinear?(): void;
  /**
   * Called after each step with the completed share of all epochs and the mean loss of the batch; the loss is NaN for a
   * probe.
   */
  onStep?(share: number, loss: number): void;
}

/** One entry per epoch: mean losses of the training and validation rows, NaN if there are none. */
export interface HeadCurve {
  readonly training: number[];
  readonly validation: number[];
}

export interface HeadTask {
  readonly samples: Samples;
  readonly labels: Labels;
  readonly split: Pick<Split, 'training' | 'validation'>;
  readonly config: FinetuneConfig;
}

/**
 * Trains a new head on a copy of an encoder, together with the encoder's unfrozen parts. Keeps the weights of the epoch
 * with the lowest validation loss. If samples have offsets, the output weights start at zero, and that state is kept if
 * no epoch improves on it. Independent of the kind of data: it sees only `samples` and `labels`. The caller disposes of
 * the model. Throws TRAINING_DIVERGED, THREAD_DIED and what `checkCancelled` throws.
 */
export async function trainHead(
  { encoder, weights: baseWeights }: { readonly encoder: EncoderConfig; readonly weights: Weights },
  { samples, labels, split, config }: HeadTask,
  { checkCancelled, onStep }: HeadHooks,
): Promise<{ model: HeadModel; curve: HeadCurve }> {
  const { training: rows, validation } = split;
  const scale = fitTargetScale(labels, rows);
  const shape = { hidden: config.hidden, outputs: labels.names.length };
  const weights = {
    ...encoderCopy(baseWeights),
    ...newHead(encoder.width, samples.facts, shape, new Random(config.seed)),
  };
  const hasOffsets = samples.get(rows[0]!).offset !== null;
  if (hasOffsets) clear(weights['task.output.weight']!);
  const { trainable, frozen } = divideWeights(weights, config.frozen);
  const training = startTraining(trainable, config.averaging);
  const result = { encoder, scale, weights: { ...frozen, ...resultOf(training) } };
  const classWeights = config.classWeights === 'balanced' ? balancedWeights(labels, rows) : null;
  const objective = { encoder, scale, labels: scaled(labels, scale), classWeights, config };
  const measureValidationLoss = () =>
    headValidationLoss(result, samples, { ...objective, rows: validation }, checkCancelled);
  const curve: HeadCurve = { training: [], validation: [] };
  let best = new Map<string, Float32Array>();
  let trainingLoss = 0;
  const onBest = () => {
    best = snapshot(resultOf(training));
  };
  try {
    if (hasOffsets) onBest();
    const state = hasOffsets ? { ...startState, bestScore: 0, bestLoss: measureValidationLoss() } : startState;
    const hooks: TrainHooks = {
      checkCancelled,
      onStep(_state, { loss, events, progress }) {
        trainingLoss += (loss * events) / rows.length;
        onStep?.(progress, loss);
      },
      onEpoch() {
        const loss = measureValidationLoss();
        curve.training.push(trainingLoss);
        curve.validation.push(loss);
        trainingLoss = 0;
        return { loss };
      },
      onBest,
    };
    await train(headTask(objective, frozen, samples, rows), { ...training, state }, hooks, headWorkers(config));
    restore(trainable, best);
    return { model: { encoder, weights, scale }, curve };
  } catch (error) {
    disposeWeights(weights);
    throw error;
  } finally {
    training.adam.dispose();
    disposeWeights(training.average ?? {});
  }
}
