/** Some adjacent bins of a histogram, from one bin to another, both included. */
export interface BinRange {
  from: number;
  to: number;
}

/** Returns the bin at a position from 0, the left end of the histogram, to 1. */
export function binAt(position: number, bins: number): number {
  return Math.max(0, Math.min(bins - 1, Math.floor(position * bins)));
}

/** Returns the bins between two, in either order. */
export function binsBetween(one: number, other: number): BinRange {
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

/**
 * Returns the range after one end is moved to another bin; an end that is moved past the other one stops there. Bins
 * outside the histogram are clamped.
 */
export function withEnd(range: BinRange, end: keyof BinRange, bin: number, bins: number): BinRange {
  if (end === 'from') return { ...range, from: Math.max(0, Math.min(range.to, bin)) };
  return { ...range, to: Math.min(bins - 1, Math.max(range.from, bin)) };
}

/** Whether a range has all bins, which selects nothing. */
export function isWhole({ from, to }: BinRange, bins: number): boolean {
  return from === 0 && to === bins - 1;
}

/**
 * Returns the bins that overlap an interval, null if none does. `edges` are the limits of the bins, in ascending order,
 * one more than there are bins; null stands for an interval without that limit.
 */
export function binsOfInterval(edges: ArrayLike<number>, low: number | null, high: number | null): BinRange | null {
  const bins = edges.length - 1;
  const overlaps = (bin: number) =>
    (low === null || bin === bins - 1 ? (edges[bin + 1] ?? 0) >= (low ?? -Infinity) : (edges[bin + 1] ?? 0) > low) &&
    (high === null || (edges[bin] ?? 0) < high);
  const all = Array.from({ length: bins }, (_, bin) => bin).filter(overlaps);
  const [from] = all;
  const to = all.at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}
