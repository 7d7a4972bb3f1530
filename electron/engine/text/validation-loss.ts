import * as tf from '@tensorflow/tfjs';
import { Random } from '../../../shared/domain/random.ts';
import type { Sequence } from '../sequence/batches.ts';
import { maskWords } from './masked-words.ts';
import { maskedLoss, type TextLearner } from './pretrain-texts.ts';

const BATCH = 64;

/** Mean loss of held-out texts with the same words hidden each time, in nats; null where there are none. */
export function heldLoss({ encoder, target, weights, train }: TextLearner, held: readonly Sequence[]): number | null {
  const random = new Random(train.seed);
  const masked = held.map((text) => maskWords(text, target, train.maskShare, random)).filter(({ at }) => at.length > 0);
  let sum = 0;
  let asked = 0;
  for (let start = 0; start < masked.length; start += BATCH) {
    const part = masked.slice(start, start + BATCH);
    const count = part.reduce((total, { at }) => total + at.length, 0);
    const loss = tf.tidy(() => maskedLoss({ encoder, target, weights, smoothing: 0 }, part));
    sum += count * loss.dataSync()[0]!;
    asked += count;
    loss.dispose();
  }
  return asked > 0 ? sum / asked : null;
}
