/** Score of an unknown value. */
export const NO_SCORE = 0;

interface QuintileOptions {
  /** Whether a smaller value is better, as for days since the last purchase. */
  readonly smallIsGood?: boolean;
}

/**
 * Scores of values from 1 to 5: 1 + the whole fifths of the other known values that are worse, at most 5; 3 for a single
 * value, NO_SCORE for NaN. Equal values have equal scores, so that the many customers with one purchase all have 1.
 */
export function quintileScores(values: ArrayLike<number>, { smallIsGood = false }: QuintileOptions = {}): Uint8Array {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  return Uint8Array.from(values, (value) => quintileScore(sorted, value, { smallIsGood }));
}

/** Score of one value among known ones, which are ascending and contain it. */
export function quintileScore(
  sorted: Float64Array,
  value: number,
  { smallIsGood = false }: QuintileOptions = {},
): number {
  if (Number.isNaN(value)) return NO_SCORE;
  const worse = smallIsGood ? sorted.length - countAtMost(sorted, value) : countBelow(sorted, value);
  return sorted.length <= 1 ? 3 : Math.min(5, 1 + Math.floor((5 * worse) / (sorted.length - 1)));
}

/** Number of ascending values below a value. */
export function countBelow(sorted: Float64Array, value: number): number {
  return partition(sorted, (other) => other < value);
}

/** Number of ascending values that are at most a value. */
export function countAtMost(sorted: Float64Array, value: number): number {
  return partition(sorted, (other) => other <= value);
}

/** Number of leading elements for which a condition holds, by bisection. */
function partition(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
