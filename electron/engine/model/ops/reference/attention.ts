import * as tf from '@tensorflow/tfjs';
import { dropoutMask } from './dropout.ts';
import { registerReference, type Tensors } from './register.ts';

const NEVER = -1e30;

registerReference('Attention', ({ projected, mask }, attrs) => {
  const { scores, value, kept } = partsOf({ projected: projected!, mask: mask! }, attrs);
  const context = tf.matMul(tf.softmax(scores).mul(kept), value); // (B, A, T, D)
  return [joined(context), tf.logSumExp(scores, -1)];
});
registerReference('AttentionGrad', ({ projected, mask, dcontext }, attrs) => {
  const { query, key, value, scores, kept, scale } = partsOf({ projected: projected!, mask: mask! }, attrs);
  const weights = tf.softmax(scores);
  const upstream = split(dcontext!, value.shape);
  const dweights = tf.matMul(upstream, value, false, true).mul(kept);
  const dscores = weights.mul(dweights.sub(dweights.mul(weights).sum(-1, true))).mul(scale);
  const dquery = tf.matMul(dscores, key);
  const dkey = tf.matMul(dscores, query, true, false);
  const dvalue = tf.matMul(weights.mul(kept), upstream, true, false);
  return tf.concat([dquery, dkey, dvalue].map(joined), 1);
});

/** Queries, keys and values (B, A, T, D); scores, scaled and masked, and what dropout multiplies their weights by (B, A, T, T). */
function partsOf({ projected, mask }: Tensors, attrs: tf.NamedAttrMap) {
  const [batch, length] = mask!.shape as [number, number];
  const heads = Number(attrs.heads);
  const size = projected!.shape[1]! / 3 / heads;
  const scale = 1 / Math.sqrt(size);
  const [query, key, value] = tf.split(projected!, 3, 1).map((part) => split(part, [batch, heads, length, size])) as [
    tf.Tensor,
    tf.Tensor,
    tf.Tensor,
  ];
  const isKey = mask!.reshape([batch, 1, 1, length]).greater(0);
  const seen = attrs.causal === true ? isKey.logicalAnd(isNotLater(length)) : isKey;
  const products = tf.matMul(query, key, false, true).mul(scale);
  const scores = tf.where(seen.broadcastTo(products.shape), products, tf.fill(products.shape, NEVER));
  const kept = tf.tensor(dropoutMask(scores.size, Number(attrs.rate), Number(attrs.seed)), scores.shape);
  return { query, key, value, scores, kept, scale };
}

/** (B T, A D) → (B, A, T, D). */
function split(x: tf.Tensor, shape: readonly number[]): tf.Tensor {
  const [batch, heads, length, size] = shape as [number, number, number, number];
  return x.reshape([batch, length, heads, size]).transpose([0, 2, 1, 3]);
}

/** (B, A, T, D) → (B T, A D). */
function joined(x: tf.Tensor): tf.Tensor {
  const [batch, heads, length, size] = x.shape as [number, number, number, number];
  return x.transpose([0, 2, 1, 3]).reshape([batch * length, heads * size]);
}

/** (1, 1, queries, keys): whether the key is not after the query. */
function isNotLater(length: number): tf.Tensor {
  const query = tf.range(0, length, 1, 'int32').reshape([1, 1, length, 1]);
  return query.greaterEqual(tf.range(0, length, 1, 'int32').reshape([1, 1, 1, length]));
}
