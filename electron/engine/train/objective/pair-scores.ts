import * as tf from '@tensorflow/tfjs';
import { applyHead, poolFirst } from '../../model/encoder.ts';
import { lookup } from '../../model/ops/lookup.ts';
import type { Weights } from '../../model/weights.ts';
import type { Pairs } from './session-pairs.ts';

/** Scores of "no" and "yes" for each pair of a batch: (pairs, 2). hidden: (B, T, H). */
export function pairScores(weights: Weights, hidden: tf.Tensor3D, { rows }: Pairs): tf.Tensor2D {
  return applyHead(
    weights,
    'head.follows',
    lookup(poolFirst(weights, hidden), tf.tensor1d(rows, 'int32')) as tf.Tensor2D,
  );
}
