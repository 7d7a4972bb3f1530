import { z } from 'zod';

/** Example of a row that a step would affect, as text; null for fields missing in the file. */
export const StepExample = z.object({
  user: z.string().nullable(),
  /** ISO time, or the position in a sequence; null if the file has no times. */
  time: z.string().nullable(),
  action: z.string().nullable(),
  item: z.string().nullable(),
  price: z.number().nullable(),
});
export type StepExample = z.infer<typeof StepExample>;

/** Number of rows that a step would drop, and up to five of them. */
const MatchedRows = { rows: z.number(), examples: z.array(StepExample) };

/** Number of users, or items, with fewer than `fewerThan` events, and the number of their events. */
const RareGroup = z.object({
  fewerThan: z.number(),
  count: z.number(),
  rows: z.number(),
  examples: z.array(StepExample),
});

/**
 * Number of users with more than `events` events within a time span; the threshold is a count that users of the file
 * rarely reach.
 */
const BusyUsers = z.object({ events: z.number(), users: z.number(), ...MatchedRows });

/**
 * Effect of each cleaning step on one table, each computed independently before any is applied. Null if the table lacks
 * the fields that the step needs.
 */
export const ImportSteps = z.object({
  /** Events that repeat the same action on the same item by the same user within 1, 3 and 10 seconds. */
  nearRepeats: z.array(z.object({ seconds: z.number(), ...MatchedRows })).nullable(),
  /** Users who are too active to be human; each null if even the most active user is no outlier. */
  bots: z.object({ perMinute: BusyUsers.nullable(), perDay: BusyUsers.nullable() }).nullable(),
  /** Rows before 1990 and rows in the future; both bounds in ISO time. */
  times: z
    .object({
      early: z.object({ before: z.string(), ...MatchedRows }),
      late: z.object({ after: z.string(), ...MatchedRows }),
    })
    .nullable(),
  /** Prices of zero or less, and outlier prices above `above`. */
  prices: z
    .object({ notPositive: z.object(MatchedRows), high: z.object({ above: z.number(), ...MatchedRows }).nullable() })
    .nullable(),
  /** Number of sessions for each idle timeout; null if the file identifies its sessions or has no clock times. */
  sessions: z.array(z.object({ idleMinutes: z.number(), sessions: z.number() })).nullable(),
  rareUsers: z.array(RareGroup).nullable(),
  rareItems: z.array(RareGroup).nullable(),
});
export type ImportSteps = z.infer<typeof ImportSteps>;
