import type * as tf from '@tensorflow/tfjs-core';
import { applyHead, pool } from '../../model/heads.ts';
import type { Weights } from '../../model/weights.ts';
import type { Batch } from '../../sequence/batches.ts';
import type { Pairs } from './session-pairs.ts';

/** Returns the rows of a (B T) matrix that hold the first positions of the session pairs. */
export function firstPositions({ length }: Pick<Batch, 'length'>, { rows }: Pairs): number[] {
  return Array.from(rows, (row) => row * length);
}

/** Scores "no" and "yes" for each pair from the last layer's state at its first position: (pairs, H) to (pairs, 2). */
export function pairScores(weights: Weights, firstStates: tf.Tensor2D): tf.Tensor2D {
  return applyHead(weights, 'head.follows', pool(weights, firstStates));
}
