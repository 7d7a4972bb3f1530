import { Random } from '../../../shared/domain/random.ts';
import type { ValueFit } from '../store/models/value-fit.ts';
import { drawGamma } from './draws.ts';
import { simulateCustomer } from './forecast.ts';
import { bgNbd, mbgNbd } from './models/beta-geometric.ts';
import { expectedSpend, type GammaGammaParameters } from './models/gamma-gamma.ts';
import { paretoNbd } from './models/pareto-nbd.ts';
import type { PurchaseModel } from './models/purchase-model.ts';
import { type NextPurchase, nextPurchase } from './next-purchase.ts';
import { parameterDraws } from './parameter-draws.ts';

/** A customer's history: one row of `Customers`. `spend` is NaN without repeat purchases of known value. */
export interface CustomerHistory {
  readonly x: number;
  readonly tx: number;
  readonly T: number;
  readonly spend: number;
}

/** A number with its 95 % interval. */
interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Expectation {
  /** Probability that the customer is still active, with its interval over the parameters. */
  readonly active: Estimate;
  /** Expected number of purchases within the horizon, with a prediction interval. */
  readonly purchases: Estimate;
  /** Expected value of one purchase, and of all purchases within the horizon; null without a model of value. */
  readonly spend: number | null;
  readonly money: Estimate | null;
  readonly mbg: { readonly active: number; readonly purchases: number };
  readonly pareto: { readonly active: number; readonly purchases: number };
  readonly next: NextPurchase;
}

const PARAMETER_DRAWS = 200;
const FUTURES = 10;
const SEED = 1;

/**
 * Returns the expectation of the fitted models for a customer over the next `weeks`. Intervals are the 2.5 % and 97.5 %
 * quantiles over 200 draws of the BG/NBD parameters, with 10 simulated futures each. The intervals of money ignore the
 * uncertainty of the Gamma-Gamma parameters.
 */
export function expectationOf(
  { report, covariance, typicalSpend }: ValueFit,
  history: CustomerHistory,
  weeks: number,
): Expectation {
  const { bgnbd, mbgnbd, paretoNbd: pareto, gammaGamma } = report;
  const parameters = Float64Array.of(bgnbd.r, bgnbd.alpha, bgnbd.a, bgnbd.b);
  const draw = parameterDraws({
    parameters,
    covariance: covariance?.map((row) => Float64Array.from(row)) ?? null,
  });
  const histories = oneHistory(history);
  const random = new Random(SEED);
  const actives = new Float64Array(PARAMETER_DRAWS);
  const counts = new Float64Array(PARAMETER_DRAWS * FUTURES);
  const sums = new Float64Array(counts.length);
  for (let d = 0; d < PARAMETER_DRAWS; d++) {
    const drawn = draw(random);
    const active = bgNbd.aliveProbabilities(drawn, histories)[0]!;
    actives[d] = active;
    for (let f = d * FUTURES; f < (d + 1) * FUTURES; f++) {
      const count = random.chance(active) ? simulateCustomer(drawn, histories, 0, weeks, random) : 0;
      counts[f] = count;
      if (gammaGamma && count > 0) sums[f] = drawMoney(gammaGamma, history, count, random);
    }
  }
  const [active, purchases] = scores(bgNbd, parameters, history, weeks);
  const spend = gammaGamma && spendOf(gammaGamma, history, typicalSpend);
  const [mbgActive, mbgPurchases] = scores(mbgNbd, [mbgnbd.r, mbgnbd.alpha, mbgnbd.a, mbgnbd.b], history, weeks);
  const [paretoActive, paretoPurchases] = scores(
    paretoNbd,
    [pareto.r, pareto.alpha, pareto.s, pareto.beta],
    history,
    weeks,
  );
  return {
    active: estimate(active, actives),
    purchases: estimate(purchases, counts),
    spend,
    money: spend === null ? null : estimate(purchases * spend, sums),
    mbg: { active: mbgActive, purchases: mbgPurchases },
    pareto: { active: paretoActive, purchases: paretoPurchases },
    next: nextPurchase(parameters, { ...history, active }, weeks),
  };
}

const oneHistory = ({ x, tx, T }: CustomerHistory) => ({
  x: Float64Array.of(x),
  tx: Float64Array.of(tx),
  T: Float64Array.of(T),
});

function scores(
  model: PurchaseModel,
  parameters: ArrayLike<number>,
  history: CustomerHistory,
  weeks: number,
): [active: number, purchases: number] {
  const [values, histories] = [Float64Array.from(parameters), oneHistory(history)];
  return [model.aliveProbabilities(values, histories)[0]!, model.expectedPurchases(values, histories, weeks)[0]!];
}

/**
 * Returns the expected value of one purchase; the typical value if the customer has no known values or the expectation
 * does not exist.
 */
function spendOf(fit: GammaGammaParameters, { x, spend }: CustomerHistory, typical: number | null): number | null {
  const value = Number.isNaN(spend) ? Number.NaN : expectedSpend(fit, x, Math.max(0, spend));
  return Number.isNaN(value) ? typical : value;
}

/** Draws the value of `count` purchases of a customer whose mean value is drawn from its posterior distribution. */
function drawMoney(
  { p, q, v }: GammaGammaParameters,
  { x, spend }: CustomerHistory,
  count: number,
  random: Random,
): number {
  const [repeats, mean] = Number.isNaN(spend) ? [0, 0] : [x, Math.max(0, spend)];
  const rate = drawGamma(random, p * repeats + q) / (v + repeats * mean);
  return drawGamma(random, p * count) / rate;
}

/** Returns a value with the 95 % interval of simulated values, extended to contain the value if necessary. */
function estimate(value: number, simulated: Float64Array): Estimate {
  const sorted = simulated.toSorted();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return { value, low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)) };
}
