/** Entries that Page Up and Page Down pass over. */
const PAGE = 8;

/**
 * Returns the entry that a key leads to from the current one; null if the key does not move. The arrows go round at both
 * ends. Home and End stay with the text.
 */
export function nextIndex(key: string, current: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return (current - 1 + count) % count;
  if (key === 'PageDown') return Math.min(count - 1, current + PAGE);
  return key === 'PageUp' ? Math.max(0, current - PAGE) : null;
}
