/** One byte per user, in the order of the columns: 1 if the user matches. */
export type Mask = Uint8Array;

export function negated(mask: Mask): Mask {
  const result = new Uint8Array(mask.length);
  for (let u = 0; u < mask.length; u++) result[u] = mask[u]! ^ 1;
  return result;
}

/** Returns the intersection of at least one mask. */
export function intersection(masks: readonly Mask[]): Mask {
  const [first, ...others] = masks;
  const result = first!.slice();
  for (const mask of others) for (let u = 0; u < result.length; u++) result[u]! &= mask[u]!;
  return result;
}

/** Returns the union of at least one mask. */
export function union(masks: readonly Mask[]): Mask {
  const [first, ...others] = masks;
  const result = first!.slice();
  for (const mask of others) for (let u = 0; u < result.length; u++) result[u]! |= mask[u]!;
  return result;
}

export function sizeOf(mask: Mask): number {
  let size = 0;
  for (let u = 0; u < mask.length; u++) size += mask[u]!;
  return size;
}

/** Returns the ids of the users of a mask, ascending; `users`: ids of all users. */
export function idsOf(mask: Mask, users: Int32Array): Int32Array {
  const ids = new Int32Array(sizeOf(mask));
  let n = 0;
  for (let u = 0; u < mask.length; u++) if (mask[u] === 1) ids[n++] = users[u]!;
  return ids;
}
