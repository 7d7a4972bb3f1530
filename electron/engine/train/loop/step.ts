import * as tf from '@tensorflow/tfjs';
import { Random } from '../../../../shared/domain/random.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { Weights } from '../../model/weights.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { lossOf } from '../objective/forward-pass.ts';
import type { Part } from './crew/shards.ts';
import { type Adam, learningRate } from './optimiser.ts';

/** A model that learns. */
export interface Learner {
  readonly config: RunConfig;
  readonly weights: Weights;
  readonly adam: Adam;
}

export type Gradients = Readonly<Record<string, tf.Tensor>>;

/**
 * A part's share of its batch's loss in nats, and the gradients of that, keyed like the weights; what the part does not ask
 * for, such as other fields' biases, has none. The first worker draws its dropout as a training by one does.
 */
export function partGradients(
  { config, weights }: Omit<Learner, 'adam'>,
  { question, share }: Part,
  step: number,
  worker: number,
): { loss: number; gradients: Gradients } {
  if (!question) return { loss: 0, gradients: {} };
  const random = new Random(config.train.seed, step);
  const candidates = random.bits();
  let dropout = candidates;
  for (let w = 0; w < worker; w++) dropout = random.bits();
  const { value, grads } = tf.variableGrads(
    () => lossOf(config, weights, question, { dropout, candidates }, share),
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

/** A step of the optimiser by a whole batch's gradients. */
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
 * One step by one worker. `progress` is the share of the training that lies behind, for the learning rate. Gives the batch's
 * loss in nats. Throws TRAINING_DIVERGED.
 */
export function trainStep(
  learner: Learner,
  part: Part,
  step: number,
  progress: number,
): { loss: number; rate: number } {
  const rate = learningRate(progress, learner.config.train);
  if (!part.asks) return { loss: 0, rate };
  const { loss, gradients } = partGradients(learner, part, step, 0);
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
