import { sharedFloats } from '../threads/shared-memory.ts';
import { type FlatLayout, flatLayout, pack, unpack } from './flat-weights.ts';
import type { Weights } from './weights.ts';

/** Weights in memory shared between threads. */
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

/** Copies shared weights for this thread. The caller disposes the copy. */
export const copyWeights = ({ layout, flat }: SharedWeights): Weights => unpack(layout, flat);
