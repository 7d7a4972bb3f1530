/** One byte per user, in the order of the columns: 1 for those who match. */
export type Mask = Uint8Array;

export function negated(mask: Mask): Mask {
  const result = new Uint8Array(mask.length);
  for (let u = 0; u < mask.length; u++) result[u] = mask[u]! ^ 1;
  return result;
}

/** Users of all masks, of which there is at least one. */
export function intersection(masks: readonly Mask[]): Mask {
  const [first, ...others] = masks;
  const result = first!.slice();
  for (const mask of others) for (let u = 0; u < result.length; u++) result[u]! &= mask[u]!;
  return result;
}

/** Users of any of the masks, of which there is at least one. */
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

/** Returns the ids of the users of a mask, ascending; `users` are the ids of all. */
export function idsOf(mask: Mask, users: Int32Array): Int32Array {
  const ids = new Int32Array(sizeOf(mask));
  let n = 0;
  for (let u = 0; u < mask.length; u++) if (mask[u] === 1) ids[n++] = users[u]!;
  return ids;
}
