import { z } from 'zod';

/** How many of something have between `from` and `to` (both included). */
export const Bin = z.object({ from: z.number(), to: z.number(), count: z.number() });
export type Bin = z.infer<typeof Bin>;

/** How a count is spread, such as events over users: quantiles, and bins that double in width. */
export const Spread = z.object({
  /** How many there are, such as users. */
  count: z.number(),
  mean: z.number(),
  median: z.number(),
  p90: z.number(),
  p99: z.number(),
  max: z.number(),
  bins: z.array(Bin),
});
export type Spread = z.infer<typeof Spread>;

/** The quality of one imported table: of its rows that were taken, as they stand after cleaning. */
export const QualityReport = z.object({
  rows: z.number(),
  /** Rows in which a field is filled, for each field that is mapped. */
  completeness: z.array(z.object({ field: z.string(), filled: z.number() })),
  /** Where times are known: their extent, and events over time. */
  time: z
    .object({
      /** Milliseconds since the epoch. */
      first: z.number(),
      last: z.number(),
      bucket: z.enum(['hour', 'day', 'week', 'month', 'year']),
      /** The start of each bucket from the first to the last, none left out, in milliseconds. */
      starts: z.array(z.number()),
      /** Events of each bucket by action, the most frequent actions first; beyond eight they are one, named ''. */
      actions: z.array(z.object({ action: z.string(), events: z.number(), counts: z.array(z.number()) })),
      /** Stretches without events that are unlike the rest, the longest first, at most ten. */
      gaps: z.array(z.object({ from: z.number(), to: z.number() })),
    })
    .nullable(),
  eventsPerUser: Spread.nullable(),
  eventsPerSession: Spread.nullable(),
  sessionsPerUser: Spread.nullable(),
  /** How events are spread over items. */
  items: z
    .object({
      spread: Spread,
      /** Share of all events that the most frequent 1 % and 10 % of items have, in [0, 1]. */
      top1: z.number(),
      top10: z.number(),
      /** Gini coefficient, 0 for all alike to 1 for all on one. */
      gini: z.number(),
      /** Share of events that the first k of 50 equal parts of the items have, the most frequent items first. */
      curve: z.array(z.number()),
    })
    .nullable(),
});
export type QualityReport = z.infer<typeof QualityReport>;
