import { z } from 'zod';

/** A row that a step would touch, as text; what the file does not say is null. */
export const StepExample = z.object({
  user: z.string().nullable(),
  /** ISO time, or the position in a sequence; null where the file has no times. */
  time: z.string().nullable(),
  action: z.string().nullable(),
  item: z.string().nullable(),
  price: z.number().nullable(),
});
export type StepExample = z.infer<typeof StepExample>;

/** How many rows a step would leave out, and up to five of them. */
const Found = { rows: z.number(), examples: z.array(StepExample) };

/** Users, or items, with fewer events than `fewerThan`, and how many events those have together. */
const Rare = z.object({ fewerThan: z.number(), count: z.number(), rows: z.number(), examples: z.array(StepExample) });

/** Users with more than `events` events within a span: a number that the file's own users hardly ever reach. */
const Busy = z.object({ events: z.number(), users: z.number(), ...Found });

/**
 * What each cleaning step would do to one table, before any is taken: each is looked at by itself. Null where the table
 * does not hold what the step looks at.
 */
export const ImportSteps = z.object({
  /** Repeats of the same action and item by the same user within 1, 3 and 10 seconds. */
  nearRepeats: z.array(z.object({ seconds: z.number(), ...Found })).nullable(),
  /** Users who are too busy to be people; each null where even the busiest is like the rest. */
  bots: z.object({ perMinute: Busy.nullable(), perDay: Busy.nullable() }).nullable(),
  /** Rows before 1990, and rows after now; both bounds in ISO time. */
  times: z
    .object({ early: z.object({ before: z.string(), ...Found }), late: z.object({ after: z.string(), ...Found }) })
    .nullable(),
  /** Prices of nothing or less, and prices far above the rest: more than `above`. */
  prices: z
    .object({ notPositive: z.object(Found), high: z.object({ above: z.number(), ...Found }).nullable() })
    .nullable(),
  /** Sessions that each idle time would give; null where the file names its sessions or has no clock. */
  sessions: z.array(z.object({ idleMinutes: z.number(), sessions: z.number() })).nullable(),
  rareUsers: z.array(Rare).nullable(),
  rareItems: z.array(Rare).nullable(),
});
export type ImportSteps = z.infer<typeof ImportSteps>;
