import * as tf from '@tensorflow/tfjs-core';
import { PortraitError } from '../../../../shared/errors.ts';
import type { Weights } from '../../model/weights.ts';
import { type Adam, learningRate } from './optimiser.ts';
import type { LossFunction, Shard, TrainerSettings } from './train-task.ts';
import type { Training } from './training.ts';

export type Gradients = Readonly<Record<string, tf.Tensor>>;

/**
 * Returns a shard's share of the batch loss, and its gradients, keyed like the weights; weights that the shard does not
 * use, such as the biases of other fields, have none.
 */
export function shardGradients<Inputs>(
  { loss: lossOf }: LossFunction<Inputs>,
  weights: Weights,
  { inputs }: Shard<Inputs>,
): { loss: number; gradients: Gradients } {
  if (inputs === null) return { loss: 0, gradients: {} };
  const { value, grads } = tf.variableGrads(() => lossOf(weights, inputs), Object.values(weights));
  const loss = value.dataSync()[0]!;
  value.dispose();
  const named = Object.entries(weights).flatMap(([name, weight]) => {
    const gradient = grads[weight.name];
    return gradient ? [[name, gradient] as const] : [];
  });
  return { loss, gradients: Object.fromEntries(named) };
}

/** Applies an optimiser step with the gradients of a whole batch. */
export function applyGradients(
  { weights, adam }: { readonly weights: Weights; readonly adam: Adam },
  { clipNorm, weightDecay }: TrainerSettings,
  gradients: Gradients,
  step: number,
  rate: number,
): void {
  adam.step = step;
  adam.apply(weights, gradients, rate, clipNorm, weightDecay);
}

/**
 * Runs one single-threaded step. `progress`: completed share of the training, for the learning rate. Returns the batch
 * loss. Throws TRAINING_DIVERGED.
 */
export function trainStep<Inputs>(
  task: LossFunction<Inputs>,
  training: Pick<Training, 'weights' | 'adam'>,
  shard: Shard<Inputs>,
  step: number,
  progress: number,
): { loss: number; rate: number } {
  const rate = learningRate(progress, task.settings);
  if (!shard.hasTargets) return { loss: 0, rate };
  const { loss, gradients } = shardGradients(task, training.weights, shard);
  applyGradients(training, task.settings, gradients, step, rate);
  tf.dispose(gradients);
  refuseDiverged(loss, step);
  return { loss, rate };
}

/** Throws TRAINING_DIVERGED. */
export function refuseDiverged(loss: number, step: number): void {
  if (Number.isFinite(loss)) return;
  throw new PortraitError({
    code: 'TRAINING_DIVERGED',
    message: `Training diverged at step ${step + 1}: the loss is no longer a number.`,
    hint: 'Train again with a lower learning rate or a longer warm-up.',
    details: { step: step + 1 },
  });
}
