import { bgNbd } from './models/beta-geometric.ts';
import type { PurchaseFit } from './models/fit-purchases.ts';
import { parametersOf } from './models/purchase-model.ts';
import type { PurchaseGroups } from './purchase-groups.ts';

/** A number of customers with its 95 % interval. */
interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ActiveCustomers {
  /** Customers who still buy at the end of the observation. */
  readonly alive: Estimate;
  /** Customers who buy at least once within each number of weeks. */
  readonly expected: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Step of the logarithms of the parameters for differences. */
const STEP = 1e-3;

/**
 * Expects with BG/NBD how many of the customers still buy, and buy within `weeks`. A customer who is still active buys
 * at a rate λ ~ Gamma(r + x, α + T) and stops after a purchase at the earliest, so that the wait for the next one has a
 * Lomax distribution. The intervals are the expectations ± 1.96 standard deviations: of the customers, independent of each
 * other given the parameters, and of the parameters, to first order in their logarithms (where these are determined).
 */
export function activeCustomers(
  { parameters, covariance }: Pick<PurchaseFit, 'parameters' | 'covariance'>,
  groups: PurchaseGroups,
  weeks: ArrayLike<number>,
): ActiveCustomers {
  const { sums, variances } = totals(parameters, groups, weeks);
  const gradients = (covariance ?? []).map((_, i) => {
    const shifted = (step: number) => {
      const logs = parameters.map((value, j) => (i === j ? value * Math.exp(step) : value));
      return totals(logs, groups, weeks).sums;
    };
    const [above, below] = [shifted(STEP), shifted(-STEP)];
    return above.map((sum, k) => (sum - below[k]!) / (2 * STEP));
  });
  const ofParameters = (k: number) =>
    (covariance ?? []).reduce(
      (sum, row, i) => row.reduce((part, value, j) => part + gradients[i]![k]! * value * gradients[j]![k]!, sum),
      0,
    );
  const most = groups.customers.reduce((sum, count) => sum + count, 0);
  const estimates = Array.from(sums, (value, k): Estimate => {
    const half = 1.96 * Math.sqrt(Math.max(0, variances[k]! + ofParameters(k)));
    return { value, low: Math.max(0, value - half), high: Math.min(most, value + half) };
  });
  const later = estimates.slice(1);
  return {
    alive: estimates[0]!,
    expected: Float64Array.from(later, ({ value }) => value),
    low: Float64Array.from(later, ({ low }) => low),
    high: Float64Array.from(later, ({ high }) => high),
  };
}

/** Expected number of customers who are alive, and who buy within each number of weeks, with variances. */
function totals(parameters: Float64Array, groups: PurchaseGroups, weeks: ArrayLike<number>) {
  const [r, alpha] = parametersOf(parameters);
  const alive = bgNbd.aliveProbabilities(parameters, groups);
  const sums = new Float64Array(weeks.length + 1);
  const variances = new Float64Array(weeks.length + 1);
  for (let group = 0; group < alive.length; group++) {
    const [shape, rate, customers] = [r + groups.x[group]!, alpha + groups.T[group]!, groups.customers[group]!];
    for (let k = 0; k < sums.length; k++) {
      const within = k === 0 ? 1 : -Math.expm1(-shape * Math.log1p(weeks[k - 1]! / rate));
      const chance = alive[group]! * within;
      sums[k]! += customers * chance;
      variances[k]! += customers * chance * (1 - chance);
    }
  }
  return { sums, variances };
}
