import * as tf from '@tensorflow/tfjs';
import { Random } from '../../../../shared/domain/random.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { Weights } from '../../model/weights.ts';
import type { Example } from '../objective/example.ts';
import { asksNothing, lossOf, type Question, questionOf } from '../objective/pass.ts';
import type { RunConfig } from '../run-files.ts';
import { type Adam, learningRate } from './optimiser.ts';

/** A model that learns. */
export interface Learner {
  readonly config: RunConfig;
  readonly weights: Weights;
  readonly adam: Adam;
}

/**
 * One step of the optimiser. `progress` is the share of the training that lies behind, for the learning rate. Gives the
 * batch's loss in nats, its behaviours, its positions and those that were padding. Throws TRAINING_DIVERGED.
 */
export function trainStep(
  { config, weights, adam }: Learner,
  examples: readonly Example[],
  step: number,
  progress: number,
) {
  const { clipNorm, weightDecay, seed } = config.train;
  const question = questionOf(examples);
  const rate = learningRate(progress, config.train);
  const { size, length } = question.batch;
  const tokens = examples.reduce((sum, { positions }) => sum + positions.event.length, 0);
  const events = examples.reduce((sum, { positions }) => sum + positions.event.filter((e) => e >= 0).length, 0);
  const counts = { events, tokens, padding: size * length - tokens };
  if (asksNothing(question)) return { loss: 0, rate, ...counts };
  adam.step = step;
  const loss = tf.tidy(() => {
    const { value, grads } = gradients(config, weights, question, new Random(seed, step).bits());
    adam.apply(weights, grads, rate, clipNorm, weightDecay);
    return value.dataSync()[0]!;
  });
  if (!Number.isFinite(loss)) throw diverged(step);
  return { loss, rate, ...counts };
}

/** Gradients of the loss, keyed like the weights; what the batch does not ask for, such as other fields' biases, has none. */
function gradients(config: RunConfig, weights: Weights, question: Question, dropoutSeed: number) {
  const { value, grads } = tf.variableGrads(
    () => lossOf(config, weights, question, dropoutSeed),
    Object.values(weights),
  );
  const named = Object.entries(weights).flatMap(([name, weight]) => {
    const gradient = grads[weight.name];
    return gradient ? [[name, gradient] as const] : [];
  });
  return { value, grads: Object.fromEntries(named) };
}

function diverged(step: number): PortraitError {
  return new PortraitError({
    code: 'TRAINING_DIVERGED',
    message: `The training came apart at step ${step + 1}: its loss is no longer a number.`,
    hint: 'Train again with a lower learning rate or a longer warm-up.',
    details: { step: step + 1 },
  });
}
