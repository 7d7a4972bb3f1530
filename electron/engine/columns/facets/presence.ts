import { type Codes, createCodes } from '../codes.ts';
import type { Mask } from '../masks.ts';
import type { Feature } from './feature.ts';

/**
 * Returns a feature of which a user has every value that occurs in one of the user's events. `valueByCode`: for each
 * code, its value plus 1; 0 for codes without a value.
 */
export function presenceFeature(offsets: Int32Array, codes: Codes, valueByCode: Int32Array, values: number): Feature {
  const users = Math.max(0, offsets.length - 1);
  const starts = new Int32Array(users + 1);
  const everyone = new Int32Array(values);
  let present = createCodes(values, 1 << 16);
  let n = 0;
  const lastUser = new Int32Array(values + 1).fill(-1);
  for (let u = 0; u < users; u++) {
    for (let e = offsets[u]!; e < offsets[u + 1]!; e++) {
      const value = valueByCode[codes[e]!]!;
      if (value === 0 || lastUser[value] === u) continue;
      lastUser[value] = u;
      if (n === present.length) present = grown(present, values);
      present[n++] = value - 1;
      everyone[value - 1]!++;
    }
    starts[u + 1] = n;
  }
  const list = present.slice(0, n);
  return { everyone, count: (mask) => countPresence(starts, list, mask, values) };
}

function countPresence(starts: Int32Array, list: Codes, mask: Mask, values: number): Int32Array {
  const counts = new Int32Array(values);
  for (let u = 0; u < mask.length; u++) {
    if (mask[u] === 0) continue;
    for (let i = starts[u]!; i < starts[u + 1]!; i++) counts[list[i]!]!++;
  }
  return counts;
}

function grown(codes: Codes, values: number): Codes {
  const larger = createCodes(values, codes.length * 2);
  larger.set(codes);
  return larger;
}
