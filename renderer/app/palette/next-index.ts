/** Number of entries that Page Up and Page Down skip. */
const PAGE = 8;

/**
 * Returns the index of the entry that a key moves to; null if the key does not move. The arrow keys wrap around. Home
 * and End keep their meaning in the input.
 */
export function nextIndex(key: string, current: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return (current - 1 + count) % count;
  if (key === 'PageDown') return Math.min(count - 1, current + PAGE);
  return key === 'PageUp' ? Math.max(0, current - PAGE) : null;
}
