/** The heads that stand on the encoder: B sequences, T positions, H width. */
import * as tf from '@tensorflow/tfjs';
import type { EncoderConfig } from './config.ts';
import { dense, denseGelu, norm, weight } from './layers.ts';
import { addBias } from './ops/add-bias.ts';
import { lookup } from './ops/lookup.ts';
import type { Weights } from './weights.ts';

/** What the head expects at some positions, as a vector in the space of the embeddings. Gives (rows, H). */
export function predictions(
  config: EncoderConfig,
  weights: Weights,
  hidden: tf.Tensor3D,
  rows: tf.Tensor1D,
): tf.Tensor2D {
  return expectedOf(config, weights, lookup(hidden.reshape([-1, config.width]), rows));
}

/** The same from what the last layer says of those positions alone, (rows, H). */
export function expectedOf(config: EncoderConfig, weights: Weights, asked: tf.Tensor2D): tf.Tensor2D {
  if (config.head === 'direct') return asked;
  const transformed = denseGelu(weights, 'head.transform', asked);
  return norm(weights, 'head.norm', transformed, config.epsilon).as2D(asked.shape[0], config.width);
}

/**
 * Scores of all tokens of a field for each prediction (rows, H): BERT's masked-language head with its weights tied to the
 * field's embedding. Gives (rows, tokens).
 */
export function scoreTokens(weights: Weights, field: string, expected: tf.Tensor2D): tf.Tensor2D {
  const table = weight(weights, `embeddings.${field}`) as tf.Tensor2D;
  return addBias(tf.matMul(expected, table, false, true), weight(weights, `head.bias.${field}`));
}

/** BERT's pooler: a dense layer and tanh on each sequence's first position. Gives (B, H). */
export function poolFirst(weights: Weights, hidden: tf.Tensor3D): tf.Tensor2D {
  const [B, T, H] = hidden.shape;
  const first = tf.tensor1d(
    Int32Array.from({ length: B }, (_, b) => b * T),
    'int32',
  );
  return pool(weights, lookup(hidden.reshape([B * T, H]), first));
}

/** The same of what the last layer says of first positions: (rows, H) to (rows, H). */
export function pool(weights: Weights, firsts: tf.Tensor2D): tf.Tensor2D {
  return tf.tanh(dense(weights, 'pooler', firsts));
}

/** A linear head on pooled vectors (B, H): one score a class, or one number. Gives (B, outputs of the head). */
export function applyHead(weights: Weights, name: string, pooled: tf.Tensor2D): tf.Tensor2D {
  return dense(weights, name, pooled);
}
