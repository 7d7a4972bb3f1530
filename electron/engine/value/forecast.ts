import { Random } from '../../../shared/domain/random.ts';
import { drawBeta, drawExponential, drawGamma } from './draws.ts';
import { bgNbd } from './models/beta-geometric.ts';
import type { PurchaseFit } from './models/fit-purchases.ts';
import { parametersOf } from './models/purchase-model.ts';
import { parameterDraws } from './parameter-draws.ts';
import type { PurchaseGroups, PurchaseHistories } from './purchase-groups.ts';

/** Total number of purchases of all customers, with a 95 % prediction interval. */
export interface Forecast {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

const DRAWS = 100;
const SEED = 1;

/**
 * Forecasts the purchases of the next `weeks` with BG/NBD. Each of 100 simulations draws the parameters from their
 * normal approximation and simulates every customer. The interval is the expectation ± 1.96 standard deviations of the
 * simulated totals.
 */
export function forecast(
  fit: PurchaseFit,
  groups: PurchaseGroups,
  weeks: number,
  checkCancelled: () => void,
): Forecast {
  const expected = total(groups, bgNbd.expectedPurchases(fit.parameters, groups, weeks));
  const drawParameters = parameterDraws(fit);
  const totals = Array.from({ length: DRAWS }, (_, draw) => {
    checkCancelled();
    return simulate(drawParameters(new Random(SEED, 2 * draw)), groups, weeks, new Random(SEED, 2 * draw + 1));
  });
  const mean = totals.reduce((sum, value) => sum + value, 0) / DRAWS;
  const variance = totals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (DRAWS - 1);
  const half = 1.96 * Math.sqrt(variance);
  return { expected, low: Math.max(0, expected - half), high: expected + half };
}

/** Returns the sum of a value per group over all customers. */
export function total(groups: PurchaseGroups, values: Float64Array): number {
  return values.reduce((sum, value, i) => sum + value * groups.customers[i]!, 0);
}

function simulate(parameters: Float64Array, groups: PurchaseGroups, weeks: number, random: Random): number {
  const alive = bgNbd.aliveProbabilities(parameters, groups);
  let purchases = 0;
  for (let i = 0; i < groups.x.length; i++) {
    for (let customer = 0; customer < groups.customers[i]!; customer++) {
      if (random.chance(alive[i]!)) purchases += simulateCustomer(parameters, groups, i, weeks, random);
    }
  }
  return purchases;
}

/**
 * Simulates the number of purchases within `weeks` of a customer who is alive, with a purchase rate and a dropout
 * probability drawn from their posterior.
 */
export function simulateCustomer(
  parameters: Float64Array,
  { x, T }: PurchaseHistories,
  i: number,
  weeks: number,
  random: Random,
): number {
  const [r, alpha, a, b] = parametersOf(parameters);
  const rate = drawGamma(random, r + x[i]!) / (alpha + T[i]!);
  const stop = drawBeta(random, a, b + x[i]!);
  // At most one purchase per day: the bound matters if a flat optimum makes rates very large.
  const most = 7 * weeks;
  let purchases = 0;
  for (
    let time = drawExponential(random, rate);
    time <= weeks && purchases < most;
    time += drawExponential(random, rate)
  ) {
    purchases++;
    if (random.chance(stop)) break;
  }
  return purchases;
}
