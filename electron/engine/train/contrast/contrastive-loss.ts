import * as tf from '@tensorflow/tfjs-core';
import type { EncoderConfig } from '../../model/config.ts';
import { encodeRows } from '../../model/encoder.ts';
import { sumRows } from '../../model/ops/lookup.ts';
import type { Weights } from '../../model/weights.ts';
import type { SliceBatch } from './slice-batch.ts';

/** Divisor of the cosines: the lower, the more the nearest slices of others count. */
const TEMPERATURE = 0.1;
/** Added to a squared length, whose root has no gradient at 0. */
const EPSILON = 1e-12;

/**
 * Contrastive loss of the slices' vectors, in nats: the cross-entropy of recognising another slice of the same history
 * among all other slices of the batch, by cosine; the mean over the slices and, for each, over its history's other
 * slices (Khosla et al., 2020). The vector of a slice is the mean of the last hidden states over its events, as for a
 * profile. CoLES (Babaev et al., 2022) has the same pairs with a margin loss.
 */
export function contrastiveLoss(
  encoder: EncoderConfig,
  weights: Weights,
  batch: SliceBatch,
  dropoutSeed?: number,
): tf.Scalar {
  const options = dropoutSeed === undefined ? {} : { dropoutSeed };
  const states = encodeRows(encoder, weights, batch.inputs, batch.positions, options); // (events, H)
  const vectors = sumRows(states, tf.tensor1d(batch.sliceOf, 'int32'), batch.inputs.size); // (slices, H)
  return recognitionLoss(vectors, batch.histories);
}

/** Returns the loss for the vectors of slices (slices, H), of any length, and the history of each. */
export function recognitionLoss(vectors: tf.Tensor2D, histories: Int32Array): tf.Scalar {
  const { others, targets } = pairsOf(histories);
  const unit = vectors.div(vectors.square().sum(1, true).add(EPSILON).sqrt());
  const similarities = tf.matMul(unit as tf.Tensor2D, unit as tf.Tensor2D, false, true).div(TEMPERATURE); // (slices, slices)
  const logTotals = similarities.exp().mul(others).sum(1, true).log();
  return similarities.sub(logTotals).mul(targets).sum().neg().asScalar();
}

/**
 * Returns, for each pair of slices (slices, slices): 1 unless both are the same slice; and its weight in the loss, which
 * is 0 unless both are of the same history.
 */
function pairsOf(histories: Int32Array): { others: tf.Tensor2D; targets: tf.Tensor2D } {
  const count = histories.length;
  const others = new Float32Array(count * count).fill(1);
  const targets = new Float32Array(count * count);
  for (let i = 0; i < count; i++) {
    others[i * count + i] = 0;
    const same = histories.reduce((sum, history) => sum + Number(history === histories[i]), -1);
    for (let j = 0; j < count; j++) {
      if (j !== i && histories[j] === histories[i]) targets[i * count + j] = 1 / (same * count);
    }
  }
  return { others: tf.tensor2d(others, [count, count]), targets: tf.tensor2d(targets, [count, count]) };
}
