const MAX_GAPS = 10;
/** A gap is more than this many times longer than the usual pause. */
const UNUSUAL_FACTOR = 3;

/**
 * Finds unusually long runs of buckets without events: regular pauses, such as every night or weekend, are not gaps.
 * Longest first.
 */
export function findGaps(
  starts: readonly number[],
  counts: readonly number[],
  end: number,
): { from: number; to: number }[] {
  const pauses: { from: number; to: number; length: number }[] = [];
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] !== 0) continue;
    const begin = i;
    while (i + 1 < counts.length && counts[i + 1] === 0) i++;
    pauses.push({ from: starts[begin]!, to: starts[i + 1] ?? end, length: i + 1 - begin });
  }
  const lengths = pauses.map(({ length }) => length).sort((a, b) => a - b);
  const usualLength = lengths.length < 5 ? 0 : lengths[lengths.length >> 1]!;
  return pauses
    .filter(({ length }) => length > UNUSUAL_FACTOR * usualLength)
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_GAPS)
    .map(({ from, to }) => ({ from, to }));
}
