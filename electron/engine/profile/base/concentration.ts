import type { Concentration } from '../../../../shared/contract/base.ts';

/** Number of steps of the Lorenz curve. */
const POINTS = 100;

/**
 * Computes how unequally net revenue is distributed over customers; NaN is unknown, and negative revenue counts as 0. Returns
 * null if no revenue is positive.
 */
export function concentration(spent: Float64Array): Omit<Concentration, 'deciles'> | null {
  const known = spent.filter((money) => !Number.isNaN(money));
  const money = known.map((value) => Math.max(0, value)).sort();
  const count = money.length;
  /** Revenue of the customers up to a place. */
  const cumulated = new Float64Array(count + 1);
  let weighted = 0;
  for (let i = 0; i < count; i++) {
    cumulated[i + 1] = cumulated[i]! + money[i]!;
    weighted += (i + 1) * money[i]!;
  }
  const total = cumulated[count]!;
  if (!(total > 0)) return null;
  const shareOf = (place: number) => {
    const below = Math.floor(place);
    const next = below < count ? money[below]! * (place - below) : 0;
    return (cumulated[below]! + next) / total;
  };
  return {
    customers: count,
    negative: known.filter((value) => value < 0).length,
    gini: Math.max(0, (2 * weighted) / (count * total) - (count + 1) / count),
    topDecile: 1 - cumulated[count - Math.ceil(count / 10)]! / total,
    lorenz: Float64Array.from({ length: POINTS + 1 }, (_, i) => Math.min(1, shareOf((count * i) / POINTS))),
  };
}
