import * as tf from '@tensorflow/tfjs-core';
import { dropout } from './dropout.ts';
import { registerReference, type Tensors } from './register.ts';

const MASKED_SCORE = -1e30;

registerReference('Attention', (inputs, attrs) => {
  const { scores, value, drop } = partsOf(inputs, attrs);
  const context = mergeHeads(tf.matMul(drop(tf.softmax(scores)), value));
  const logSums = mergeHeads(tf.logSumExp(scores, -1, true));
  return [context, logSums].map((all) => tf.gather(all, inputs.positions!));
});
registerReference('AttentionGrad', (inputs, attrs) => {
  const { query, key, value, scores, drop, scale } = partsOf(inputs, attrs);
  const weights = tf.softmax(scores);
  const upstream = splitHeads(scatterQueries(inputs.dcontext!, inputs), value.shape);
  const dweights = drop(tf.matMul(upstream, value, false, true));
  const dscores = weights.mul(dweights.sub(dweights.mul(weights).sum(-1, true))).mul(scale);
  const dquery = mergeHeads(tf.matMul(dscores, key));
  const dkey = mergeHeads(tf.matMul(dscores, query, true, false));
  const dvalue = mergeHeads(tf.matMul(drop(weights), upstream, true, false));
  return [tf.gather(dquery, inputs.positions!), tf.concat([dkey, dvalue], 1)];
});

/**
 * Computes for all positions, even if only some are queries: queries, keys and values (B, A, T, D); scaled and masked
 * scores and the dropout of their weights (B, A, T, T).
 */
function partsOf(inputs: Tensors, attrs: tf.NamedAttrMap) {
  const [batch, length] = inputs.mask!.shape as [number, number];
  const heads = Number(attrs.heads);
  const size = inputs.query!.shape[1]! / heads;
  const scale = 1 / Math.sqrt(size);
  const toHeads = (x: tf.Tensor) => splitHeads(x, [batch, heads, length, size]);
  const [key, value] = tf.split(inputs.keyValue!, 2, 1).map(toHeads) as [tf.Tensor, tf.Tensor];
  const query = toHeads(scatterQueries(inputs.query!, inputs));
  const isKey = inputs.mask!.reshape([batch, 1, 1, length]).greater(0);
  const visible = attrs.causal === true ? isKey.logicalAnd(isNotLater(length)) : isKey;
  const products = tf.matMul(query, key, false, true).mul(scale);
  const scores = tf.where(visible.broadcastTo(products.shape), products, tf.fill(products.shape, MASKED_SCORE));
  const drop = dropout(scores.shape, Number(attrs.rate), Number(attrs.seed));
  return { query, key, value, scores, drop, scale };
}

/** Scatters the query rows to their positions among all positions, with zeros elsewhere. */
function scatterQueries(x: tf.Tensor, { positions, keyValue }: Tensors): tf.Tensor {
  return tf.scatterND(positions!.reshape([-1, 1]), x, [keyValue!.shape[0]!, x.shape[1]!]);
}

/** (B T, A D) → (B, A, T, D). */
function splitHeads(x: tf.Tensor, shape: readonly number[]): tf.Tensor {
  const [batch, heads, length, size] = shape as [number, number, number, number];
  return x.reshape([batch, length, heads, size]).transpose([0, 2, 1, 3]);
}

/** (B, A, T, D) → (B T, A D). */
function mergeHeads(x: tf.Tensor): tf.Tensor {
  const [batch, heads, length, size] = x.shape as [number, number, number, number];
  return x.transpose([0, 2, 1, 3]).reshape([batch * length, heads * size]);
}

/** (1, 1, queries, keys): whether the key is not after the query. */
function isNotLater(length: number): tf.Tensor {
  const query = tf.range(0, length, 1, 'int32').reshape([1, 1, length, 1]);
  return query.greaterEqual(tf.range(0, length, 1, 'int32').reshape([1, 1, 1, length]));
}
