import * as tf from '@tensorflow/tfjs';
import { Random } from '../../../../shared/domain/random.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { Weights } from '../../model/weights.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { lossOf } from '../objective/forward-pass.ts';
import type { Shard } from './crew/shards.ts';
import { type Adam, learningRate } from './optimiser.ts';

/** A model under training. */
export interface Learner {
  readonly config: RunConfig;
  readonly weights: Weights;
  readonly adam: Adam;
}

export type Gradients = Readonly<Record<string, tf.Tensor>>;

/**
 * Returns a shard's share of the batch loss in nats, and its gradients, keyed like the weights; weights that the shard
 * does not use, such as the biases of other fields, have none. Worker 0 draws the same dropout as single-threaded
 * training.
 */
export function shardGradients(
  { config, weights }: Omit<Learner, 'adam'>,
  { batch, share }: Shard,
  step: number,
  worker: number,
): { loss: number; gradients: Gradients } {
  if (!batch) return { loss: 0, gradients: {} };
  const random = new Random(config.train.seed, step);
  const candidates = random.bits();
  let dropout = candidates;
  for (let w = 0; w < worker; w++) dropout = random.bits();
  const { value, grads } = tf.variableGrads(
    () => lossOf(config, weights, batch, { dropout, candidates }, share),
    Object.values(weights),
  );
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
  { config, weights, adam }: Learner,
  gradients: Gradients,
  step: number,
  rate: number,
): void {
  const { clipNorm, weightDecay } = config.train;
  adam.step = step;
  adam.apply(weights, gradients, rate, clipNorm, weightDecay);
}

/**
 * Runs one single-threaded step. `progress`: completed share of the training, for the learning rate. Returns the batch
 * loss in nats. Throws TRAINING_DIVERGED.
 */
export function trainStep(
  learner: Learner,
  shard: Shard,
  step: number,
  progress: number,
): { loss: number; rate: number } {
  const rate = learningRate(progress, learner.config.train);
  if (!shard.hasTargets) return { loss: 0, rate };
  const { loss, gradients } = shardGradients(learner, shard, step, 0);
  applyGradients(learner, gradients, step, rate);
  tf.dispose(gradients);
  refuseDiverged(loss, step);
  return { loss, rate };
}

/** Throws TRAINING_DIVERGED. */
export function refuseDiverged(loss: number, step: number): void {
  if (Number.isFinite(loss)) return;
  throw new PortraitError({
    code: 'TRAINING_DIVERGED',
    message: `The training came apart at step ${step + 1}: its loss is no longer a number.`,
    hint: 'Train again with a lower learning rate or a longer warm-up.',
    details: { step: step + 1 },
  });
}
