type Numbers = Int32Array | Float32Array | Float64Array | Uint8Array;

/** Returns the array in shared memory: itself if it already is, otherwise a copy. */
export function toShared<T extends Numbers>(numbers: T): T {
  if (numbers.buffer instanceof SharedArrayBuffer) return numbers;
  const copy = new SharedArrayBuffer(numbers.byteLength);
  const Kind = numbers.constructor as new (buffer: SharedArrayBuffer) => T;
  const view = new Kind(copy);
  view.set(numbers);
  return view;
}

/** Allocate zero-initialised arrays in shared memory. */
export const sharedInts = (count: number) => new Int32Array(new SharedArrayBuffer(4 * count));
export const sharedFloats = (count: number) => new Float32Array(new SharedArrayBuffer(4 * count));
export const sharedDoubles = (count: number) => new Float64Array(new SharedArrayBuffer(8 * count));
