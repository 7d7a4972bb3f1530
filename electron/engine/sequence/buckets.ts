const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Upper bounds, in milliseconds, of the buckets of the time since the previous behaviour: from seconds to a season. */
const GAP_BOUNDS = [10_000, 60_000, 5 * 60_000, 30 * 60_000, 6 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY, 90 * DAY];

/** Returns the bucket, from 1, of a time gap in milliseconds. */
export function gapBucket(milliseconds: number): number {
  return 1 + lowerBound(GAP_BOUNDS, milliseconds);
}

/**
 * Returns quantiles that split the finite values into up to `buckets` parts of equal size; equal values are in the same
 * part.
 */
export function quantileBounds(values: Float32Array, buckets: number): number[] {
  const finiteValues = values.filter((value) => Number.isFinite(value)).sort();
  const bounds = new Set<number>();
  for (let b = 1; b < buckets; b++) {
    const bound = finiteValues[Math.floor((b * finiteValues.length) / buckets)];
    if (bound !== undefined && bound < finiteValues[finiteValues.length - 1]!) bounds.add(bound);
  }
  return finiteValues.length > 0 ? [...bounds] : [];
}

/** Returns the bucket, from 1, of a price; 0 if it is unknown. */
export function priceBucket(price: number, bounds: readonly number[]): number {
  return Number.isFinite(price) ? 1 + lowerBound(bounds, price) : 0;
}

/** Binary search: index of the first bound that is not below the value. */
function lowerBound(bounds: readonly number[], value: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bounds[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
