import type { Codes } from '../codes.ts';
import type { Mask } from '../masks.ts';

/** A property of users with finitely many values, numbered from 0. */
export interface Feature {
  /** Returns the number of users of a mask with each value. */
  count(mask: Mask): Int32Array;
  /** Number of all users with each value. */
  readonly everyone: Int32Array;
}

/** Returns a feature of which a user has at most one value: code 0 for none, otherwise 1 + the value. */
export function singleFeature(codes: Codes, values: number): Feature {
  const count = (mask: Mask) => {
    const counts = new Int32Array(values + 1);
    for (let u = 0; u < codes.length; u++) counts[codes[u]!]! += mask[u]!;
    return counts.subarray(1);
  };
  return { count, everyone: count(new Uint8Array(codes.length).fill(1)) };
}
