import type * as tf from '@tensorflow/tfjs';
import { applyHead, pool } from '../../model/heads.ts';
import type { Weights } from '../../model/weights.ts';
import type { Batch } from '../../sequence/batches.ts';
import type { Pairs } from './session-pairs.ts';

/** Where in (B T) the first positions of the pairs' sequences are. */
export function firstPositions({ length }: Pick<Batch, 'length'>, { rows }: Pairs): number[] {
  return Array.from(rows, (row) => row * length);
}

/** Scores of "no" and "yes" for each pair, of what the last layer says of its first position: (pairs, H) to (pairs, 2). */
export function pairScores(weights: Weights, firsts: tf.Tensor2D): tf.Tensor2D {
  return applyHead(weights, 'head.follows', pool(weights, firsts));
}
