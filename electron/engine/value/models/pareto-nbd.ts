import { logGamma } from '../../../../shared/domain/log-gamma.ts';
import type { PurchaseHistories } from '../purchase-groups.ts';
import { logGammas } from './log-gammas.ts';
import { logOnePlusExp } from './log-one-plus-exp.ts';
import { type PurchaseModel, parametersOf } from './purchase-model.ts';

/**
 * Pareto/NBD (Schmittlein, Morrison and Colombo, 1987): a customer buys at a rate λ ~ Gamma(r, α) until a time that is
 * exponential with rate μ ~ Gamma(s, β). Likelihood as in Fader and Hardie (2005, "A Note on Deriving the Pareto/NBD
 * Model"), except that the integral over the dropout time is computed by quadrature: the published ₂F₁ converges slowly
 * if α and β are far apart.
 */
export const paretoNbd: PurchaseModel = {
  parameters: ['r', 'alpha', 's', 'beta'],
  starts: (meanT) => [
    [0.5, meanT / 4, 0.5, meanT / 4],
    [1, meanT, 1, meanT],
  ],
  logLikelihoods(parameters, { x, tx, T }, out) {
    const [r, alpha, s, beta] = parametersOf(parameters);
    const constant = r * Math.log(alpha) + s * Math.log(beta) - logGamma(r);
    const purchases = logGammas(r);
    for (let i = 0; i < x.length; i++) {
      const n = x[i]!;
      const odds = logOddsStopped(parameters, n, tx[i]!, T[i]!);
      out[i] = constant + purchases(n) + logAlive(parameters, n, T[i]!) + logOnePlusExp(odds);
    }
  },
  aliveProbabilities,
  expectedPurchases(parameters, histories, weeks) {
    const [r, alpha, s, beta] = parametersOf(parameters);
    const alive = aliveProbabilities(parameters, histories);
    return histories.x.map((n, i) => {
      const T = histories.T[i]!;
      const log = Math.log((beta + T) / (beta + T + weeks));
      // The limit of (1 − e^((s − 1) log)) / (s − 1) at s = 1 is −log.
      const duration = Math.abs(s - 1) < 1e-9 ? -log : -Math.expm1((s - 1) * log) / (s - 1);
      return (alive[i]! * (r + n) * (beta + T) * duration) / (alpha + T);
    });
  },
};

function aliveProbabilities(parameters: Float64Array, { x, tx, T }: PurchaseHistories): Float64Array {
  return x.map((n, i) => 1 / (1 + Math.exp(logOddsStopped(parameters, n, tx[i]!, T[i]!))));
}

/** Returns the logarithm of the likelihood that the customer is alive at T, up to a constant. */
function logAlive(parameters: Float64Array, x: number, T: number): number {
  const [r, alpha, s, beta] = parametersOf(parameters);
  return -(r + x) * Math.log(alpha + T) - s * Math.log(beta + T);
}

/**
 * Returns the log-odds that the customer stopped between the last purchase and T: s ∫ (α + t)^-(r + x) (β + t)^-(s + 1)
 * dt over (tx, T), divided by the likelihood of `logAlive`. Substituting w = ((B + t) / (B + tx))^-(r + x + s), where B
 * is the one of α and β whose factor falls faster, gives a nearly constant integrand; it is constant if α = β.
 */
function logOddsStopped(parameters: Float64Array, x: number, tx: number, T: number): number {
  const [r, alpha, s, beta] = parametersOf(parameters);
  const k = r + x + s;
  const usesAlpha = (r + x) / (alpha + tx) > (s + 1) / (beta + tx);
  const [base, other, exponent] = usesAlpha ? [alpha, beta, s + 1] : [beta, alpha, r + x];
  const last = Math.exp(k * Math.log((base + tx) / (base + T)));
  // (base + t)^-(k + 1) dt = -(base + tx)^-k / k dw; the other factor remains, relative to the largest to avoid overflow.
  let largest = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < NODES.length; j++) {
    const w = last + (1 - last) * NODES[j]!;
    const t = (base + tx) * Math.exp(-Math.log(w) / k) - base;
    terms[j] = exponent * Math.log((base + t) / (other + t));
    largest = Math.max(largest, terms[j]!);
  }
  let sum = 0;
  for (let j = 0; j < NODES.length; j++) sum += WEIGHTS[j]! * Math.exp(terms[j]! - largest);
  const logIntegral = largest + Math.log(sum) + Math.log1p(-last) - k * Math.log(base + tx) - Math.log(k);
  return Math.log(s) + logIntegral - logAlive(parameters, x, T);
}

/** Nodes and weights of the Gauss–Legendre rule of 16 points on (0, 1), by Newton's method. */
const [NODES, WEIGHTS] = gaussLegendre(16);
const terms = new Float64Array(NODES.length);

function gaussLegendre(n: number): [nodes: Float64Array, weights: Float64Array] {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let derivative = 0;
    for (let iteration = 0; iteration < 50; iteration++) {
      let [last, value] = [1, x];
      for (let j = 2; j <= n; j++) [last, value] = [value, ((2 * j - 1) * x * value - (j - 1) * last) / j];
      derivative = (n * (x * value - last)) / (x * x - 1);
      x -= value / derivative;
    }
    nodes[i] = (1 - x) / 2;
    weights[i] = 1 / ((1 - x * x) * derivative * derivative);
  }
  return [nodes, weights];
}
