import * as tf from '@tensorflow/tfjs-core';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { EncoderConfig } from '../model/config.ts';
import { encodeRows } from '../model/encoder.ts';
import { predictEmbeddings } from '../model/heads.ts';
import { tokenLoss } from '../model/token-loss.ts';
import type { Weights } from '../model/weights.ts';
import type { MaskedBatch } from './masked-batch.ts';

/** What the loss of a text model depends on besides its weights: `target` is the field whose masked tokens it predicts. */
export interface TextModel {
  readonly encoder: EncoderConfig;
  readonly train: TrainConfig;
  readonly target: string;
}

/** Returns the mean cross-entropy of the masked tokens in nats. Applies dropout if a seed is given. */
export function maskedLoss(
  { encoder, target }: Pick<TextModel, 'encoder' | 'target'>,
  weights: Weights,
  { inputs, targetPositions, targets }: MaskedBatch,
  { smoothing = 0, dropoutSeed }: { smoothing?: number; dropoutSeed?: number } = {},
): tf.Scalar {
  const options = dropoutSeed === undefined ? {} : { dropoutSeed };
  const maskedStates = encodeRows(encoder, weights, inputs, targetPositions, options);
  const expected = predictEmbeddings(encoder, weights, maskedStates);
  return tokenLoss(weights, target, expected, tf.tensor1d(targets, 'int32'), smoothing);
}
