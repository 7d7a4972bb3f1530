import { logGamma } from '../../../../shared/domain/log-gamma.ts';
import { hypergeometric } from '../hypergeometric.ts';
import type { PurchaseHistories } from '../purchase-groups.ts';
import { logGammas } from './log-gammas.ts';
import { logOnePlusExp } from './log-one-plus-exp.ts';
import { type PurchaseModel, parametersOf } from './purchase-model.ts';

/**
 * BG/NBD (Fader, Hardie and Lee, 2005, "Counting Your Customers the Easy Way"): a customer buys at a rate λ ~
 * Gamma(r, α) and stops after a repeat purchase with probability p ~ Beta(a, b).
 */
export const bgNbd: PurchaseModel = betaGeometric(0);

/**
 * MBG/NBD (Batislam, Denizel and Filiztekin, 2007): like BG/NBD, but a customer may also stop after the first purchase.
 */
export const mbgNbd: PurchaseModel = betaGeometric(1);

/** `extra`: number of occasions to stop in addition to the repeat purchases. */
function betaGeometric(extra: 0 | 1): PurchaseModel {
  /** Logarithm of the odds that a customer has stopped after the last purchase. */
  const logOddsStopped = (parameters: Float64Array, x: number, tx: number, T: number): number => {
    const [r, alpha, a, b] = parametersOf(parameters);
    if (x + extra === 0) return Number.NEGATIVE_INFINITY;
    return Math.log(a / (b + x + extra - 1)) + (r + x) * Math.log((alpha + T) / (alpha + tx));
  };

  const logLikelihoods = (parameters: Float64Array, { x, tx, T }: PurchaseHistories, out: Float64Array) => {
    const [r, alpha, a, b] = parametersOf(parameters);
    const constant = r * Math.log(alpha) - logGamma(r) + logGamma(a + b) - logGamma(b);
    const [purchases, survivals, occasions] = [logGammas(r), logGammas(b + extra), logGammas(a + b + extra)];
    for (let i = 0; i < x.length; i++) {
      const n = x[i]!;
      const alive = -(r + n) * Math.log(alpha + T[i]!);
      const odds = logOddsStopped(parameters, n, tx[i]!, T[i]!);
      out[i] = constant + purchases(n) + survivals(n) - occasions(n) + alive + logOnePlusExp(odds);
    }
  };

  const aliveProbabilities = (parameters: Float64Array, { x, tx, T }: PurchaseHistories) =>
    x.map((n, i) => 1 / (1 + Math.exp(logOddsStopped(parameters, n, tx[i]!, T[i]!))));

  const expectedPurchases = (parameters: Float64Array, histories: PurchaseHistories, weeks: number) => {
    const [r, alpha, , b] = parametersOf(parameters);
    // The expectation is continuous at a = 1, but the formula divides by zero.
    const a = Math.abs(parameters[2]! - 1) < 1e-5 ? 1 + 1e-5 : parameters[2]!;
    const alive = aliveProbabilities(parameters, histories);
    return histories.x.map((n, i) => {
      const c = a + b + extra + n - 1;
      const z = weeks / (alpha + histories.T[i]! + weeks);
      // The published form, or its Euler transformation if it would grow without bound.
      const rest =
        a - 1 > r + n
          ? (1 - z) ** (r + n) * hypergeometric(r + n, b + extra + n, c, z)
          : (1 - z) ** (a - 1) * hypergeometric(c - r - n, a - 1, c, z);
      return ((alive[i]! * c) / (a - 1)) * (1 - rest);
    });
  };

  return {
    parameters: ['r', 'alpha', 'a', 'b'],
    starts: (meanT) => [
      [0.5, meanT / 4, 0.8, 2],
      [1, meanT, 1, 1],
      [0.2, 1, 0.5, 5],
    ],
    logLikelihoods,
    aliveProbabilities,
    expectedPurchases,
  };
}
