import type { PurchaseDays } from '../store/events/purchase-days.ts';
import { type Forecast, forecast } from './forecast.ts';
import { bgNbd } from './models/beta-geometric.ts';
import { fitPurchases } from './models/fit-purchases.ts';
import { type NextPurchaseTest, testNextPurchase } from './next-purchase.ts';
import { groupHistories } from './purchase-groups.ts';
import { countPurchases, summarise } from './summarise.ts';

export interface BackTestResult {
  readonly until: number;
  readonly customers: number;
  readonly forecast: Forecast;
  readonly actual: number;
  /** Mean absolute error per customer, of the model and of the naive forecast. */
  readonly error: number;
  readonly naiveError: number;
  /** `naiveError - error` with its 95 % interval over customers. */
  readonly gain: number;
  readonly gainLow: number;
  readonly gainHigh: number;
  readonly nextPurchase: NextPurchaseTest;
}

/**
 * Evaluates a forecast made at the end of the day `until` on the purchases of the following `weeks`. Compares it with
 * the naive forecast that each customer repeats the number of repeat purchases of the `weeks` before.
 */
export function backTest(data: PurchaseDays, until: number, weeks: number, checkCancelled: () => void): BackTestResult {
  const customers = summarise(data, until);
  const groups = groupHistories(customers);
  const fit = fitPurchases(bgNbd, groups);
  const days = 7 * weeks;
  const actual = countPurchases(data, customers.users, until, until + days);
  const before = countPurchases(data, customers.users, until - days, until);
  // A first purchase makes a user a customer; the naive forecast must not repeat it.
  const repeated = before.map((count, i) => (customers.T[i]! < weeks ? count - 1 : count));
  const ofGroup = bgNbd.expectedPurchases(fit.parameters, groups, weeks);
  const errors = actual.map((value, i) => Math.abs(value - ofGroup[groups.groupOf[i]!]!));
  const naiveErrors = actual.map((value, i) => Math.abs(value - repeated[i]!));
  const gains = naiveErrors.map((value, i) => value - errors[i]!);
  const gain = mean(gains);
  const half = 1.96 * Math.sqrt(mean(gains.map((value) => (value - gain) ** 2)) / gains.length);
  return {
    until,
    customers: customers.users.length,
    forecast: forecast(fit, groups, weeks, checkCancelled),
    actual: actual.reduce((sum, value) => sum + value, 0),
    error: mean(errors),
    naiveError: mean(naiveErrors),
    gain,
    gainLow: gain - half,
    gainHigh: gain + half,
    nextPurchase: testNextPurchase(data, until, weeks, fit.parameters, customers, groups),
  };
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
