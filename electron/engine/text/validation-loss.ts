import * as tf from '@tensorflow/tfjs';
import { Random } from '../../../shared/domain/random.ts';
import type { Sequence } from '../sequence/batches.ts';
import { maskWords } from './masked-words.ts';
import { maskedLoss, type TextLearner } from './pretrain-texts.ts';

const BATCH = 64;

/**
 * Returns the mean loss of validation texts in nats, with the same words masked every time; null without validation
 * texts.
 */
export function textValidationLoss(
  { encoder, target, weights, train }: TextLearner,
  validationTexts: readonly Sequence[],
): number | null {
  const random = new Random(train.seed);
  const masked = validationTexts
    .map((text) => maskWords(text, target, train.maskShare, random))
    .filter(({ positions }) => positions.length > 0);
  let sum = 0;
  let maskedTokens = 0;
  for (let start = 0; start < masked.length; start += BATCH) {
    const part = masked.slice(start, start + BATCH);
    const count = part.reduce((total, { positions }) => total + positions.length, 0);
    const loss = tf.tidy(() => maskedLoss({ encoder, target, weights, smoothing: 0 }, part));
    sum += count * loss.dataSync()[0]!;
    maskedTokens += count;
    loss.dispose();
  }
  return maskedTokens > 0 ? sum / maskedTokens : null;
}
