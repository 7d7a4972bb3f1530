import type { FlatLayout } from '../../../model/flat-weights.ts';
import { sharedDoubles, sharedFloats, sharedInts } from '../../../threads/shared-memory.ts';

/** The results of one worker in a round, in shared memory. */
export interface GradientBuffer {
  readonly gradients: Float32Array;
  /** 1 if a weight has a gradient, in the order of the layout. */
  readonly present: Int32Array;
  /** One element. */
  readonly loss: Float64Array;
}

/**
 * Two buffers per worker, for even and odd rounds (double buffering): some workers may write the next round while
 * others still read the current one. No worker can be two rounds ahead, because of the barrier in each round.
 */
export type GradientBuffers = readonly [readonly GradientBuffer[], readonly GradientBuffer[]];

export function createGradientBuffers({ weights, size }: FlatLayout, workers: number): GradientBuffers {
  const createRound = () =>
    Array.from({ length: workers }, () => ({
      gradients: sharedFloats(size),
      present: sharedInts(weights.length),
      loss: sharedDoubles(1),
    }));
  return [createRound(), createRound()];
}
