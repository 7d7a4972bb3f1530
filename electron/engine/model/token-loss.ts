import type * as tf from '@tensorflow/tfjs';
import { FIRST_TOKEN } from '../sequence/fields.ts';
import { weight } from './layers.ts';
import { lookup } from './ops/lookup.ts';
import { type Classes, sharedCrossEntropy, tiedCrossEntropy } from './ops/tied-cross-entropy.ts';
import type { Weights } from './weights.ts';

/** Tokens that all predictions are scored on, and what is added to each one's score. */
export interface Candidates {
  /** (candidates) int32, no two alike. */
  readonly ids: tf.Tensor1D;
  /** (candidates). */
  readonly shifts: tf.Tensor1D;
}

/**
 * Mean cross-entropy in nats of what predictions (rows, H) say of all tokens of a field but the special ones, smoothed; targets:
 * (rows) int32.
 */
export function tokenLoss(
  weights: Weights,
  field: string,
  expected: tf.Tensor2D,
  targets: tf.Tensor1D,
  smoothing = 0,
): tf.Scalar {
  return tiedCrossEntropy(expected, tokensOf(weights, field), targets, { first: FIRST_TOKEN, smoothing });
}

/** The same of what they say of their own token, whose scores (rows) are `own`, and of the candidates. */
export function candidateLoss(
  weights: Weights,
  field: string,
  expected: tf.Tensor2D,
  own: tf.Tensor1D,
  { ids, shifts }: Candidates,
  targets: tf.Tensor1D,
): tf.Scalar {
  const { table, bias } = someTokensOf(weights, field, ids);
  return sharedCrossEntropy(expected, own, { table, bias: bias.add(shifts), ids }, targets);
}

/** The score of one token of the field for each prediction (rows, H). Gives (rows). */
export function scoreOwn(weights: Weights, field: string, expected: tf.Tensor2D, tokens: tf.Tensor1D): tf.Tensor1D {
  const { table, bias } = someTokensOf(weights, field, tokens);
  return expected.mul(table).sum(1).add(bias);
}

/** Embeddings (tokens, H) and biases (tokens) of all tokens of a field. */
function tokensOf(weights: Weights, field: string): Classes {
  return { table: weight(weights, `embeddings.${field}`), bias: weight(weights, `head.bias.${field}`) };
}

/** Those of some. */
function someTokensOf(weights: Weights, field: string, tokens: tf.Tensor1D): Classes {
  const { table, bias } = tokensOf(weights, field);
  return { table: lookup(table, tokens), bias: lookup(bias.as2D(-1, 1), tokens).as1D() };
}
