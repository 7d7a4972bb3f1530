import type { Estimate } from '../../../../shared/contract/brief-facts.ts';

const Z95 = 1.959963984540054;

/** Returns `count` of `total` with its 95 % interval (Wilson, J. Am. Stat. Assoc. 22, 1927); `total` is above 0. */
export function proportion(count: number, total: number): Estimate {
  const value = count / total;
  const spread = Z95 ** 2 / total;
  const centre = (value + spread / 2) / (1 + spread);
  const width = (Z95 * Math.sqrt((value * (1 - value)) / total + spread / (4 * total))) / (1 + spread);
  return { value, low: count === 0 ? 0 : centre - width, high: count === total ? 1 : centre + width };
}

/** Returns the median of the values that are not NaN, the lower of two middle values; NaN if there are none. */
export function median(values: Iterable<number>): number {
  return quantile(values, 0.5);
}

/** Returns the quantile of the values: the value that `share` of them do not exceed; NaN if there are none. */
export function quantile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}
