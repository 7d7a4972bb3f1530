/** Output heads of the encoder: B sequences, T positions, H width. */
import * as tf from '@tensorflow/tfjs-core';
import type { EncoderConfig } from './config.ts';
import { dense, denseGelu, norm, weight } from './layers.ts';
import { addBias } from './ops/add-bias.ts';
import { lookup } from './ops/lookup.ts';
import type { Weights } from './weights.ts';

/** Predicts, for some positions, a vector in the space of the token embeddings: (rows, H). */
export function predictEmbeddingsAt(
  config: EncoderConfig,
  weights: Weights,
  hidden: tf.Tensor3D,
  rows: tf.Tensor1D,
): tf.Tensor2D {
  return predictEmbeddings(config, weights, lookup(hidden.reshape([-1, config.width]), rows));
}

/** Predicts the same from the hidden states of those positions only, (rows, H). */
export function predictEmbeddings(config: EncoderConfig, weights: Weights, hidden: tf.Tensor2D): tf.Tensor2D {
  if (config.head === 'direct') return hidden;
  const transformed = denseGelu(weights, 'head.transform', hidden);
  return norm(weights, 'head.norm', transformed, config.epsilon).as2D(hidden.shape[0], config.width);
}

/**
 * Scores all tokens of a field for each predicted embedding (rows, H): BERT's masked-language head, with its weights
 * tied to the field's embedding. Returns (rows, tokens).
 */
export function scoreTokens(weights: Weights, field: string, predictedEmbeddings: tf.Tensor2D): tf.Tensor2D {
  const table = weight(weights, `embeddings.${field}`) as tf.Tensor2D;
  return addBias(tf.matMul(predictedEmbeddings, table, false, true), weight(weights, `head.bias.${field}`));
}

/** BERT's pooler: a dense layer and tanh on each sequence's first position. Returns (B, H). */
export function poolFirst(weights: Weights, hidden: tf.Tensor3D): tf.Tensor2D {
  const [B, T, H] = hidden.shape;
  const firstRows = tf.tensor1d(
    Int32Array.from({ length: B }, (_, b) => b * T),
    'int32',
  );
  return pool(weights, lookup(hidden.reshape([B * T, H]), firstRows));
}

/** Pools the hidden states of first positions: (rows, H) to (rows, H). */
export function pool(weights: Weights, firstHidden: tf.Tensor2D): tf.Tensor2D {
  return tf.tanh(dense(weights, 'pooler', firstHidden));
}

/**
 * Applies a linear head to pooled vectors (B, H): one score per class, or one number. Returns (B, outputs of the head).
 */
export function applyHead(weights: Weights, name: string, pooled: tf.Tensor2D): tf.Tensor2D {
  return dense(weights, name, pooled);
}
