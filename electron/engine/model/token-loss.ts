import type * as tf from '@tensorflow/tfjs-core';
import { FIRST_TOKEN } from '../sequence/fields.ts';
import { weight } from './layers.ts';
import { lookup } from './ops/lookup.ts';
import { type Classes, sharedCrossEntropy, tiedCrossEntropy } from './ops/tied-cross-entropy.ts';
import type { Weights } from './weights.ts';

/** Candidate tokens that all predictions are scored on, and a correction added to the score of each. */
export interface Candidates {
  /** (candidates) int32, without duplicates. */
  readonly ids: tf.Tensor1D;
  /** (candidates). */
  readonly shifts: tf.Tensor1D;
}

/**
 * Mean cross-entropy in nats, with label smoothing, of the predicted embeddings (rows, H) over all tokens of a field
 * except the special ones; targets: (rows) int32.
 */
export function tokenLoss(
  weights: Weights,
  field: string,
  predictedEmbeddings: tf.Tensor2D,
  targets: tf.Tensor1D,
  smoothing = 0,
): tf.Scalar {
  return tiedCrossEntropy(predictedEmbeddings, classesOf(weights, field), targets, { first: FIRST_TOKEN, smoothing });
}

/** Mean cross-entropy in nats over each row's target, with `targetScores` (rows) as its scores, and the candidates. */
export function candidateLoss(
  weights: Weights,
  field: string,
  predictedEmbeddings: tf.Tensor2D,
  targetScores: tf.Tensor1D,
  { ids, shifts }: Candidates,
  targets: tf.Tensor1D,
): tf.Scalar {
  const { table, bias } = classesOfTokens(weights, field, ids);
  return sharedCrossEntropy(predictedEmbeddings, targetScores, { table, bias: bias.add(shifts), ids }, targets);
}

/** Scores one token of the field per predicted embedding (rows, H). Returns (rows). */
export function scoreOneToken(
  weights: Weights,
  field: string,
  predictedEmbeddings: tf.Tensor2D,
  tokens: tf.Tensor1D,
): tf.Tensor1D {
  const { table, bias } = classesOfTokens(weights, field, tokens);
  return predictedEmbeddings.mul(table).sum(1).add(bias);
}

/** Embeddings (tokens, H) and biases (tokens) of all tokens of a field. */
function classesOf(weights: Weights, field: string): Classes {
  return { table: weight(weights, `embeddings.${field}`), bias: weight(weights, `head.bias.${field}`) };
}

/** Embeddings and biases of some tokens of a field. */
function classesOfTokens(weights: Weights, field: string, tokens: tf.Tensor1D): Classes {
  const { table, bias } = classesOf(weights, field);
  return { table: lookup(table, tokens), bias: lookup(bias.as2D(-1, 1), tokens).as1D() };
}
