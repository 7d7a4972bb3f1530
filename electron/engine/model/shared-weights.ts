import { sharedFloats } from '../threads/shared-memory.ts';
import { type FlatLayout, flatLayout, pack, unpack } from './flat-weights.ts';
import type { Weights } from './weights.ts';

/** Weights in memory that threads share. */
export interface SharedWeights {
  readonly layout: FlatLayout;
  readonly flat: Float32Array;
}

export function shareWeights(weights: Weights): SharedWeights {
  const layout = flatLayout(weights);
  const flat = sharedFloats(layout.size);
  pack(layout, weights, flat);
  return { layout, flat };
}

/** A copy of shared weights, of this thread's own. The caller disposes of it. */
export const ownWeights = ({ layout, flat }: SharedWeights): Weights => unpack(layout, flat);
