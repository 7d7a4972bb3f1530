import type { Codes } from './codes.ts';

/** Number of events by code, and in total. Events with code 0 (no value) are not counted. */
export interface CodeCounts {
  readonly counts: Int32Array;
  readonly total: number;
}

export function countCodes(codes: Codes, maxCode: number): CodeCounts {
  const counts = new Int32Array(maxCode + 1);
  for (let e = 0; e < codes.length; e++) counts[codes[e]!]!++;
  const total = codes.length - counts[0]!;
  counts[0] = 0;
  return { counts, total };
}
