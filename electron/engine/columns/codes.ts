/** Small non-negative integers, such as ids, in the narrowest typed array that holds them. */
export type Codes = Uint8Array | Uint16Array | Int32Array;

/** Returns an array of zeros for codes from 0 to `maxCode`. */
export function createCodes(maxCode: number, length: number): Codes {
  if (maxCode < 1 << 8) return new Uint8Array(length);
  return maxCode < 1 << 16 ? new Uint16Array(length) : new Int32Array(length);
}
