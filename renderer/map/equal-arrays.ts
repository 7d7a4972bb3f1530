/** Whether two arrays have the same values; NaN equals itself. */
export function areEqual<A extends Float32Array | Uint8Array | Uint32Array>(a: A, b: A): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const [left, right] = [a[i]!, b[i]!];
    if (left !== right && !(Number.isNaN(left) && Number.isNaN(right))) return false;
  }
  return true;
}
