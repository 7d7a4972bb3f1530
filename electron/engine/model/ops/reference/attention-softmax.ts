import * as tf from '@tensorflow/tfjs-core';
import { registerReference } from './register.ts';

const MASKED_SCORE = -1e30;

registerReference('AttentionSoftmax', ({ scores, mask }, { scale, causal }) => {
  const [batch, , queries, keys] = scores!.shape as [number, number, number, number];
  const isKey = mask!.reshape([batch, 1, 1, keys]).greater(0);
  const visible = causal === true ? isKey.logicalAnd(isNotLater(queries, keys)) : isKey;
  const scaled = scores!.mul(Number(scale));
  return tf.softmax(tf.where(visible.broadcastTo(scores!.shape), scaled, tf.fill(scores!.shape, MASKED_SCORE)));
});
registerReference('AttentionSoftmaxGrad', ({ weights, dweights }, { scale }) => {
  const dot = weights!.mul(dweights!).sum(-1, true);
  return weights!.mul(dweights!.sub(dot)).mul(Number(scale));
});

/** (1, 1, queries, keys): whether the key is not after the query. */
function isNotLater(queries: number, keys: number): tf.Tensor {
  const query = tf.range(0, queries, 1, 'int32').reshape([1, 1, queries, 1]);
  return query.greaterEqual(tf.range(0, keys, 1, 'int32').reshape([1, 1, 1, keys]));
}
