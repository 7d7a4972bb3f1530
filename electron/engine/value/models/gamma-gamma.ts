import { logGamma } from '../../../../shared/domain/log-gamma.ts';
import { type Minimum, minimise } from '../minimise.ts';

/** Mean value `mean` of the `x` repeat purchases of each customer; both are positive. */
export interface RepeatSpend {
  readonly x: Float64Array;
  readonly mean: Float64Array;
}

export interface GammaGammaParameters {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

export interface GammaGammaFit extends GammaGammaParameters {
  readonly logLikelihood: number;
  readonly converged: boolean;
}

/**
 * Fits the Gamma-Gamma model of purchase values (Fader and Hardie, 2013, "The Gamma-Gamma Model of Monetary Value"):
 * the value of a purchase ~ Gamma(p, ν) with ν ~ Gamma(q, v) across customers, independent of the number of purchases.
 */
export function fitGammaGamma(spend: RepeatSpend): GammaGammaFit {
  const n = spend.x.length;
  const scale = spend.mean.reduce((sum, value) => sum + value, 0) / n;
  const scaled = { x: spend.x, mean: spend.mean.map((value) => value / scale) };
  const cost = (logs: Float64Array) => -logLikelihood(logs.map(Math.exp), scaled) / n;
  const starts = [
    [6, 4, 1],
    [1, 2, 1],
    [2, 10, 5],
  ];
  const fits = starts.map((start) => minimise(cost, start.map(Math.log)));
  const best = fits.reduce((a, b) => (b.value < a.value ? b : a));
  return named(best, scale, n, scaled);
}

function named({ at, converged }: Minimum, scale: number, n: number, scaled: RepeatSpend): GammaGammaFit {
  const parameters = at.map(Math.exp);
  const [p, q, v] = [parameters[0]!, parameters[1]!, parameters[2]!];
  return { p, q, v: v * scale, logLikelihood: logLikelihood(parameters, scaled) - n * Math.log(scale), converged };
}

function logLikelihood(parameters: Float64Array, { x, mean }: RepeatSpend): number {
  const [p, q, v] = [parameters[0]!, parameters[1]!, parameters[2]!];
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const px = p * x[i]!;
    const total = x[i]! * mean[i]!;
    sum += logGamma(px + q) - logGamma(px) + px * Math.log(total) - Math.log(mean[i]!) - (px + q) * Math.log(total + v);
  }
  return sum + x.length * (q * Math.log(v) - logGamma(q));
}

/**
 * Returns the expected value of a purchase of a customer with `x` repeat purchases of mean value `mean`; for x = 0, the
 * mean over all customers. NaN if the expectation does not exist: px + q ≤ 1.
 */
export function expectedSpend({ p, q, v }: GammaGammaParameters, x: number, mean: number): number {
  const divisor = p * x + q - 1;
  return divisor > 0 ? (p * (v + x * mean)) / divisor : Number.NaN;
}
