import { z } from 'zod';
import { Float64, Int32 } from './arrays.ts';
import { method } from './method.ts';

/** Customers by group, with their revenue after returns (net) and before (gross); unknown amounts count as 0. */
const Groups = z.object({ customers: Int32, net: Float64, gross: Float64 });
export type Groups = z.infer<typeof Groups>;

const Rfm = z.object({
  /** 25 groups: by recency score (rows, from 1) and frequency score (columns, from 1). */
  cells: Groups,
  /** By name, in the order of RFM_RANGES. */
  groups: Groups,
});

const Stages = z.object({
  /** Gaps between purchases, in days: their number, median, and 80 % and 95 % quantile. */
  limits: z.object({ count: z.number(), median: z.number(), late: z.number(), gone: z.number() }),
  /** At the end of the observation, in the order of LIFE_STAGES. */
  now: Groups,
  /** Ends of months as `YYYY-MM`, ascending; the last one is the end of the observation. */
  months: z.array(z.string()),
  /** Customers in each stage (columns) at the end of each month (rows). */
  counts: Int32,
  /**
   * Customers by their stage at the end of a month (rows; the last row for those without a purchase by then) and at the
   * end of the next one (columns): 6 × 5 counts for each month but the first.
   */
  moves: Int32,
});
export type Stages = z.infer<typeof Stages>;

const Concentration = z.object({
  /** Customers with known revenue, and how many of them have negative revenue, which counts as 0. */
  customers: z.number(),
  negative: z.number(),
  /** Gini coefficient: 0 if all customers have the same revenue, towards 1 if one has all of it. */
  gini: z.number(),
  /** Share of the revenue of the tenth of customers with the highest revenue. */
  topDecile: z.number(),
  /** Lorenz curve: share of the revenue of the 0, 1, 2, … 100 % of customers with the lowest revenue. */
  lorenz: Float64,
  /** Deciles by revenue, the highest first. */
  deciles: Groups,
});
export type Concentration = z.infer<typeof Concentration>;

const Cohorts = z.object({
  /** Months of first purchases as `YYYY-MM`, ascending and without a gap. */
  months: z.array(z.string()),
  /** Customers whose first purchase was before these months. */
  earlier: z.number(),
  customers: Int32,
  /** Buyers and revenue by month of the first purchase (rows) and months since (columns); 0 after the last month. */
  buyers: Int32,
  net: Float64,
  gross: Float64,
});
export type Cohorts = z.infer<typeof Cohorts>;

const MonthPart = z.object({
  /** Days as YYYY-MM-DD, both included. */
  from: z.string(),
  to: z.string(),
  /** Customers who bought, and how many of them for the first time. */
  buyers: z.number(),
  newCustomers: z.number(),
  /** Customers who were lapsed at the start and bought; those who lapsed until the end. Null without life stages. */
  wonBack: z.number().nullable(),
  lapsed: z.number().nullable(),
  /** Days with a purchase, summed over customers. */
  purchases: z.number(),
  net: z.number(),
  gross: z.number(),
});
export type MonthPart = z.infer<typeof MonthPart>;

const Forecast = z.object({
  /** Whether the models were fitted to earlier data. */
  outdated: z.boolean(),
  /** Customers who are still active, with a 95 % interval. */
  alive: z.object({ value: z.number(), low: z.number(), high: z.number() }),
  /** Expected number of customers who buy at least once within each number of weeks, with 95 % intervals. */
  weeks: Int32,
  expected: Float64,
  low: Float64,
  high: Float64,
  /** Customers of as many weeks ago who have bought since. */
  past: Int32,
});
export type BaseForecast = z.infer<typeof Forecast>;

const Details = z.object({
  rfm: Rfm,
  /** Null if there are too few gaps between purchases. */
  stages: Stages.nullable(),
  /** Null if no customer has known, positive revenue. */
  concentration: Concentration.nullable(),
  cohorts: Cohorts,
  /**
   * The last month up to the end of the observation, and the same days of the month before (all of it if the last month is
   * complete), null if there were no customers by then.
   */
  change: z.object({ current: MonthPart, previous: MonthPart.nullable() }),
  forecast: Forecast.nullable(),
  /** Why there is no forecast: models not fitted, too few repeat customers, or `until` is not the last day. */
  noForecast: z.enum(['notComputed', 'fewCustomers', 'earlierDay']).nullable(),
});
export type BaseDetails = z.infer<typeof Details>;

/** All customers (users with a dated purchase) at the end of a day. docs/BASE.md defines each figure. */
const CustomerBase = z.object({
  /** The day as YYYY-MM-DD; null without dates. */
  until: z.string().nullable(),
  users: z.number(),
  customers: z.number(),
  /** Customers with known revenue. */
  withMoney: z.number(),
  net: z.number(),
  gross: z.number(),
  /** Null if there are no customers. */
  details: Details.nullable(),
});
export type CustomerBase = z.infer<typeof CustomerBase>;

export const base = {
  /** Describes all customers at the end of a day, by default the last of the data. Throws DAY_NOT_COVERED and TOO_MANY_EVENTS. */
  'profile.base': method(z.object({ until: z.iso.date().nullable().default(null) }), CustomerBase),
};
