import { z } from 'zod';
import { ExportPlace } from './import-file.ts';
import { job } from './method.ts';

/** Parameters of a model by name, in weeks. */
const fitted = <T extends z.ZodRawShape>(parameters: T) =>
  z.object({
    ...parameters,
    logLikelihood: z.number(),
    /** Whether the search ended at an optimum. */
    converged: z.boolean(),
    /** Relative standard error of each parameter, in the order above; null where the optimum is flat. */
    errors: z.array(z.number()).nullable(),
  });

const BetaGeometric = fitted({ r: z.number(), alpha: z.number(), a: z.number(), b: z.number() });
const Pareto = fitted({ r: z.number(), alpha: z.number(), s: z.number(), beta: z.number() });

/** Pearson correlation between the number of repeat purchases and their mean value, with its 95 % interval. */
const Correlation = z.object({ value: z.number(), low: z.number(), high: z.number() });

const GammaGamma = z.object({
  p: z.number(),
  q: z.number(),
  v: z.number(),
  logLikelihood: z.number(),
  converged: z.boolean(),
  /** Number of customers with repeat purchases of positive value. */
  customers: z.number(),
  /** Mean value of a purchase over all customers; null if q ≤ 1, where it does not exist. */
  meanSpend: z.number().nullable(),
  correlation: Correlation,
});

/** Total number of purchases of all customers, with a 95 % prediction interval. */
const Forecast = z.object({ expected: z.number(), low: z.number(), high: z.number() });

/** Number of customers who bought again, and of those who did so within the interval. */
export const NextPurchaseTest = z.object({ customers: z.number(), inside: z.number() });

/** Forecast made at an earlier day for the customers of that day, compared with their actual purchases. */
export const BackTest = z.object({
  /** Last day of the data used by the models, as YYYY-MM-DD. */
  until: z.string(),
  customers: z.number(),
  forecast: Forecast,
  actual: z.number(),
  /** Mean absolute error per customer, of BG/NBD and of the naive forecast that repeats the preceding weeks. */
  error: z.number(),
  naiveError: z.number(),
  /** `naiveError - error` with its 95 % interval over customers. */
  gain: z.number(),
  gainLow: z.number(),
  gainHigh: z.number(),
  /** Back-test of the 80 % interval of the next purchase. */
  nextPurchase: NextPurchaseTest,
});
export type BackTest = z.infer<typeof BackTest>;

export const ValueReport = z.object({
  /** Last day of the observation, as YYYY-MM-DD. */
  until: z.string(),
  /** Forecast horizon in weeks. */
  weeks: z.number(),
  customers: z.number(),
  repeatCustomers: z.number(),
  bgnbd: BetaGeometric,
  mbgnbd: BetaGeometric,
  paretoNbd: Pareto,
  gammaGamma: GammaGamma.nullable(),
  /** Total purchases within the horizon by BG/NBD, and by the two other models. */
  forecast: Forecast,
  mbgnbdExpected: z.number(),
  paretoNbdExpected: z.number(),
  /** Expected number of customers who still buy. */
  alive: z.number(),
  /** Expected value of these purchases; null without Gamma-Gamma. */
  expectedValue: z.number().nullable(),
  /** Null if the data cover less than three times the horizon. */
  backTest: BackTest.nullable(),
  file: z.object({ rows: z.number(), file: z.string(), sha256: z.string() }).nullable(),
});
export type ValueReport = z.infer<typeof ValueReport>;

/** Forecast horizon in weeks. */
export const ValueWeeks = z.number().int().min(1).max(520);

export const value = {
  /**
   * Fits models of how often customers buy, when they stop, and what a purchase is worth, and scores all customers.
   * `out` is the path of a CSV file with a row per customer; by default no file is written.
   * The models of all purchases (without `until`) are stored for the portraits of customers. Throws NO_PURCHASES,
   * FEW_CUSTOMERS, DAY_NOT_COVERED, FILE_EXISTS, DISK_FULL and CANNOT_WRITE.
   */
  'value.compute': job(
    z.object({
      /** Last day of the observation, as YYYY-MM-DD; by default that of the last event. */
      until: z.iso.date().nullable().default(null),
      weeks: ValueWeeks.default(39),
      ...ExportPlace,
    }),
    ValueReport,
    { reads: false },
  ),
};
