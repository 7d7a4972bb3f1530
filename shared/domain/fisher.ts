import { logGamma } from './log-gamma.ts';

/**
 * Returns the natural logarithm of the two-sided p-value of Fisher’s exact test (1935): twice the smaller tail of the
 * hypergeometric distribution of the successes in `draws` out of `total`. Computed with logarithms, because p-values of
 * a segment’s features often underflow.
 */
export function logFisher(observed: number, draws: number, successes: number, total: number): number {
  const expected = (draws * successes) / total;
  const [step, end] =
    observed >= expected ? [1, Math.min(draws, successes)] : [-1, Math.max(0, draws + successes - total)];
  let term = 1;
  let sum = 1;
  for (let k = observed; k !== end && term > 1e-17 * sum; k += step) {
    const up = ((draws - k) * (successes - k)) / ((k + 1) * (total - draws - successes + k + 1));
    const down = (k * (total - draws - successes + k)) / ((draws - k + 1) * (successes - k + 1));
    term *= step > 0 ? up : down;
    sum += term;
  }
  return Math.min(0, Math.LN2 + logProbability(observed, draws, successes, total) + Math.log(sum));
}

function logProbability(observed: number, draws: number, successes: number, total: number): number {
  return logChoose(successes, observed) + logChoose(total - successes, draws - observed) - logChoose(total, draws);
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
