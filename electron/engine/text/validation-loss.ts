import * as tf from '@tensorflow/tfjs-core';
import { Random } from '../../../shared/domain/random.ts';
import type { Weights } from '../model/weights.ts';
import type { Sequence } from '../sequence/batches.ts';
import { maskedBatchOf } from './masked-batch.ts';
import { maskedLoss, type TextModel } from './masked-loss.ts';
import { maskWords } from './masked-words.ts';

const BATCH = 64;

/**
 * Returns the mean loss of validation texts in nats, with the same words masked every time; null without validation
 * texts.
 */
export function textValidationLoss(
  model: TextModel,
  weights: Weights,
  validationTexts: readonly Sequence[],
): number | null {
  const { target, train } = model;
  const random = new Random(train.seed);
  const masked = validationTexts
    .map((text) => maskWords(text, target, train.maskShare, random))
    .filter(({ positions }) => positions.length > 0);
  let sum = 0;
  let maskedTokens = 0;
  for (let start = 0; start < masked.length; start += BATCH) {
    const batch = maskedBatchOf(masked.slice(start, start + BATCH));
    const loss = tf.tidy(() => maskedLoss(model, weights, batch));
    sum += batch.targets.length * loss.dataSync()[0]!;
    maskedTokens += batch.targets.length;
    loss.dispose();
  }
  return maskedTokens > 0 ? sum / maskedTokens : null;
}
