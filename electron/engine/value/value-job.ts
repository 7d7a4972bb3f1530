import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { eventDays } from '../store/events/event-zone.ts';
import { type PurchaseDays, readPurchaseDays } from '../store/events/purchase-days.ts';
import { DAY } from '../store/events/times.ts';
import { saveValueFit, valueVersion } from '../store/models/value-fit.ts';
import { backTest } from './back-test.ts';
import { forecast, total } from './forecast.ts';
import { bgNbd, mbgNbd } from './models/beta-geometric.ts';
import { fitPurchases, type PurchaseFit } from './models/fit-purchases.ts';
import { paretoNbd } from './models/pareto-nbd.ts';
import { groupHistories, type PurchaseGroups } from './purchase-groups.ts';
import { expectedSpends, fitSpend, typicalSpend } from './spend.ts';
import { summarise } from './summarise.ts';
import { dayNotCovered, fewCustomers, MIN_REPEAT_CUSTOMERS, noPurchases } from './value-errors.ts';
import { writeCustomers } from './write-customers.ts';

const STEPS = 6;

/**
 * Fits the models to all purchases up to a day, back-tests the forecast at an earlier day, and scores all customers.
 * Models of all purchases are stored in the workspace. Throws NO_PURCHASES, FEW_CUSTOMERS, DAY_NOT_COVERED,
 * FILE_EXISTS, DISK_FULL and CANNOT_WRITE.
 */
export const valueJob: JobFunction<Parsed<'value.compute'>, Output<'value.compute'>> = async (input, context) => {
  const { db } = context.workspace;
  const step = stepper(context);
  const version = valueVersion(db);
  const data = readPurchaseDays(db);
  const [firstDay, lastDay] = eventDays(db);
  if (data.users.length === 0 || firstDay === null || lastDay === null) throw noPurchases();
  const until = input.until === null ? lastDay : Date.parse(input.until) / DAY;
  if (until < firstDay || until > lastDay) throw dayNotCovered(isoDate(until), isoDate(firstDay), isoDate(lastDay));
  const customers = summarise(data, until);
  const groups = groupHistories(customers);
  const repeatCustomers = customers.x.filter((count) => count > 0).length;
  if (repeatCustomers < MIN_REPEAT_CUSTOMERS)
    throw fewCustomers(customers.users.length, repeatCustomers, MIN_REPEAT_CUSTOMERS);
  step();
  const bg = fitPurchases(bgNbd, groups);
  step();
  const mbg = fitPurchases(mbgNbd, groups);
  step();
  const pareto = fitPurchases(paretoNbd, groups);
  step();
  const spend = fitSpend(customers);
  const checkCancelled = () => context.checkCancelled();
  const purchases = forecast(bg, groups, input.weeks, checkCancelled);
  step();
  const tested = backTestDay(data, until, lastDay, input.weeks);
  const test = tested === null ? null : backTest(data, tested, input.weeks, checkCancelled);
  step();
  const alive = bgNbd.aliveProbabilities(bg.parameters, groups);
  const expected = bgNbd.expectedPurchases(bg.parameters, groups, input.weeks);
  const spends = spend && expectedSpends(spend, customers);
  const scores = {
    alive: ofCustomers(groups, alive),
    purchases: ofCustomers(groups, expected),
    spends,
  };
  const report: Output<'value.compute'> = {
    until: isoDate(until),
    weeks: input.weeks,
    customers: customers.users.length,
    repeatCustomers,
    bgnbd: { ...named(bg, ['r', 'alpha', 'a', 'b']), ...quality(bg) },
    mbgnbd: { ...named(mbg, ['r', 'alpha', 'a', 'b']), ...quality(mbg) },
    paretoNbd: { ...named(pareto, ['r', 'alpha', 's', 'beta']), ...quality(pareto) },
    gammaGamma: spend,
    forecast: purchases,
    mbgnbdExpected: total(groups, mbgNbd.expectedPurchases(mbg.parameters, groups, input.weeks)),
    paretoNbdExpected: total(groups, paretoNbd.expectedPurchases(pareto.parameters, groups, input.weeks)),
    alive: total(groups, alive),
    expectedValue: spends && scores.purchases.reduce((sum, count, i) => sum + count * spends[i]!, 0),
    backTest: test && { ...test, until: isoDate(test.until) },
    file: null,
  };
  if (input.until === null) {
    const covariance = bg.covariance?.map((row) => [...row]) ?? null;
    saveValueFit(db, { version, report, covariance, typicalSpend: spend && typicalSpend(spend, customers) });
  }
  if (input.out === undefined) return report;
  return { ...report, file: writeCustomers(db, input.out, customers, scores, input, isoDate(until)) };
};

/** Returns a function that reports the next step and checks for cancellation. */
function stepper(context: JobContext): () => void {
  let done = 0;
  return () => {
    context.checkCancelled();
    context.progress({ stage: 'value.fit', done: ++done, total: STEPS, unit: 'steps' });
  };
}

/**
 * Returns the day of the back-test: `until` if the data cover the horizon after it, otherwise one horizon earlier. Null
 * if the data before that day are shorter than the horizon or have too few repeat customers.
 */
function backTestDay(data: PurchaseDays, until: number, lastDay: number, weeks: number): number | null {
  const days = 7 * weeks;
  const day = until + days <= lastDay ? until : until - days;
  const firstDay = data.days.reduce((first, value) => Math.min(first, value), Number.POSITIVE_INFINITY);
  const repeat = summarise(data, day).x.filter((count) => count > 0).length;
  return day - firstDay + 1 >= days && repeat >= MIN_REPEAT_CUSTOMERS ? day : null;
}

const ofCustomers = ({ groupOf }: PurchaseGroups, values: Float64Array): Float64Array =>
  Float64Array.from(groupOf, (group) => values[group]!);

function named<const Name extends string>({ parameters }: PurchaseFit, names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name, i) => [name, parameters[i]!])) as Record<Name, number>;
}

const quality = ({ logLikelihood, converged, covariance }: PurchaseFit) => ({
  logLikelihood,
  converged,
  errors: covariance?.map((row, i) => Math.sqrt(row[i]!)) ?? null,
});

const isoDate = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
