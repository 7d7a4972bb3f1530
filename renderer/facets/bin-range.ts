/** A range of adjacent bins of a histogram, both ends included. */
export interface BinRange {
  from: number;
  to: number;
}

/** Returns the bin at a position in [0, 1]. */
export function binAt(position: number, bins: number): number {
  return Math.max(0, Math.min(bins - 1, Math.floor(position * bins)));
}

/** Returns the range between two bins, given in either order. */
export function binsBetween(one: number, other: number): BinRange {
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

/**
 * Returns the range with one end moved to another bin. An end cannot pass the other one, and bins are clamped to the
 * histogram.
 */
export function withEnd(range: BinRange, end: keyof BinRange, bin: number, bins: number): BinRange {
  if (end === 'from') return { ...range, from: Math.max(0, Math.min(range.to, bin)) };
  return { ...range, to: Math.min(bins - 1, Math.max(range.from, bin)) };
}

/** Whether a range covers all bins, so that it does not restrict anything. */
export function isWhole({ from, to }: BinRange, bins: number): boolean {
  return from === 0 && to === bins - 1;
}

/**
 * Returns the bins that overlap an interval; null if none does. `edges`: ascending bin edges, one more than there are
 * bins; null is an open end of the interval.
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
