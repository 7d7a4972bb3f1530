/** Verdict on a model against a baseline, from the worst to the best. */
export const differenceVerdicts = ['worse', 'probablyWorse', 'level', 'probablyBetter', 'better'] as const;
export type DifferenceVerdict = (typeof differenceVerdicts)[number];

/** Half-width of the 80 % interval of a normal distribution divided by that of its 95 % interval. */
const NARROWER = 1.2816 / 1.96;

/**
 * Returns the verdict on a difference, model minus baseline, from its 95 % interval: `better` or `worse` if the interval
 * excludes 0, `probablyBetter` or `probablyWorse` if only the 80 % interval excludes it, else `level`. The 80 % interval
 * is that of normal distributions on either side of the value.
 */
export function verdictOnDifference({ value, low, high }: { value: number; low: number; high: number }) {
  if (low > 0) return 'better' as const;
  if (high < 0) return 'worse' as const;
  if (value - NARROWER * (value - low) > 0) return 'probablyBetter' as const;
  if (value + NARROWER * (high - value) < 0) return 'probablyWorse' as const;
  return 'level' as const;
}
