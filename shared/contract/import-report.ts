import { z } from 'zod';

/** Histogram bin: the number of values between `from` and `to`, both inclusive. */
export const Bin = z.object({ from: z.number(), to: z.number(), count: z.number() });
export type Bin = z.infer<typeof Bin>;

/** Distribution of a count, such as events per user: quantiles, and bins that double in width. */
export const Spread = z.object({
  /** Number of observations, such as users. */
  count: z.number(),
  mean: z.number(),
  median: z.number(),
  p90: z.number(),
  p99: z.number(),
  max: z.number(),
  bins: z.array(Bin),
});
export type Spread = z.infer<typeof Spread>;

/**
 * Quality of one imported table: statistics of its accepted rows after cleaning. Events count without the table's
 * repeats, unless these are kept; a session belongs to one user.
 */
export const QualityReport = z.object({
  rows: z.number(),
  /** Number of rows with a value, for each mapped field. */
  completeness: z.array(z.object({ field: z.string(), filled: z.number() })),
  /** Time range and events over time; null if times are unknown. */
  time: z
    .object({
      /** Milliseconds since the epoch. */
      first: z.number(),
      last: z.number(),
      /** Time zone of the buckets; UTC in reports of older versions. */
      zone: z.string().default('UTC'),
      bucket: z.enum(['hour', 'day', 'week', 'month', 'year']),
      /** Start of each bucket from the first to the last without gaps, in milliseconds since the epoch. */
      starts: z.array(z.number()),
      /**
       * Number of events per bucket by action, the most frequent actions first; actions beyond the eighth are combined
       * into one named ''.
       */
      actions: z.array(z.object({ action: z.string(), events: z.number(), counts: z.array(z.number()) })),
      /** Unusually long periods without events, the longest first, at most ten. */
      gaps: z.array(z.object({ from: z.number(), to: z.number() })),
    })
    .nullable(),
  eventsPerUser: Spread.nullable(),
  eventsPerSession: Spread.nullable(),
  sessionsPerUser: Spread.nullable(),
  /** Distribution of events over items. */
  items: z
    .object({
      spread: Spread,
      /** Share of all events of the most frequent 1 % and 10 % of items, in [0, 1]. */
      top1: z.number(),
      top10: z.number(),
      /** Gini coefficient: 0 if all items have the same number of events, 1 if one item has all. */
      gini: z.number(),
      /** Lorenz curve: share of events of the first k of 50 equal parts of the items, the most frequent items first. */
      curve: z.array(z.number()),
    })
    .nullable(),
});
export type QualityReport = z.infer<typeof QualityReport>;
