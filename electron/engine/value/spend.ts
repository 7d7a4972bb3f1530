import { expectedSpend, fitGammaGamma, type GammaGammaFit } from './models/gamma-gamma.ts';
import type { Customers } from './summarise.ts';

/** Minimum number of repeat customers with a known value for which a model of purchase values is fitted. */
const MIN_REPEAT_CUSTOMERS = 20;

export interface SpendFit extends GammaGammaFit {
  readonly customers: number;
  /** Mean value of a purchase over all customers; null if q ≤ 1, where it does not exist. */
  readonly meanSpend: number | null;
  readonly correlation: { readonly value: number; readonly low: number; readonly high: number };
}

/** Fits Gamma-Gamma to the repeat customers with a positive mean value; null if there are fewer than 20. */
export function fitSpend({ x, spend }: Customers): SpendFit | null {
  const rows = [...spend.keys()].filter((customer) => spend[customer]! > 0);
  if (rows.length < MIN_REPEAT_CUSTOMERS) return null;
  const data = {
    x: Float64Array.from(rows, (customer) => x[customer]!),
    mean: Float64Array.from(rows, (customer) => spend[customer]!),
  };
  const fit = fitGammaGamma(data);
  return {
    ...fit,
    customers: rows.length,
    meanSpend: fit.q > 1 ? (fit.p * fit.v) / (fit.q - 1) : null,
    correlation: correlation(data.x, data.mean),
  };
}

/** Returns the mean value of a purchase over all customers; the median if the mean does not exist (q ≤ 1). */
export function typicalSpend({ meanSpend }: SpendFit, { spend }: Pick<Customers, 'spend'>): number {
  return meanSpend ?? median(spend.filter((value) => value > 0));
}

/**
 * Returns the expected value of one future purchase of each customer. A customer without repeat purchases of known
 * value has the typical one; a customer who returned all purchases has 0.
 */
export function expectedSpends(fit: SpendFit, { x, spend }: Customers): Float64Array {
  const fallback = typicalSpend(fit, { spend });
  return spend.map((mean, customer) => {
    if (Number.isNaN(mean)) return fallback;
    const value = expectedSpend(fit, x[customer]!, Math.max(0, mean));
    return Number.isNaN(value) ? fallback : value;
  });
}

/** Returns the Pearson correlation with its 95 % interval by Fisher's transformation (1921). */
function correlation(a: Float64Array, b: Float64Array) {
  const n = a.length;
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / n;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    ab += (a[i]! - meanA) * (b[i]! - meanB);
    aa += (a[i]! - meanA) ** 2;
    bb += (b[i]! - meanB) ** 2;
  }
  const value = aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
  const half = 1.96 / Math.sqrt(n - 3);
  return { value, low: Math.tanh(Math.atanh(value) - half), high: Math.tanh(Math.atanh(value) + half) };
}

function median(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
