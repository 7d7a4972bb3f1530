import { z } from 'zod';

/**
 * The steps that an import may take between reading and writing, in the order in which they are taken. Each is left out
 * unless it is asked for. Steps that leave rows out count them; the others change what rows say.
 */
export const Cleaning = z.strictObject({
  /**
   * Texts: full-width letters, digits and signs become narrow and runs of blanks one blank (`width`); actions, categories
   * and brands become lower-case (`case`).
   */
  text: z.strictObject({ width: z.boolean().exactOptional(), case: z.boolean().exactOptional() }).exactOptional(),
  /**
   * Prices, amounts and discounts in other currencies are converted: `rates` gives how much of `to` one unit is worth. Rows
   * with money in a currency without a rate are left out, and counted as `currencyUnknown`.
   */
  currency: z
    .strictObject({
      to: z.string().length(3),
      rates: z
        .record(z.string().length(3), z.number().positive())
        .refine((rates) => Object.keys(rates).length <= 1000, 'more than 1,000 currencies'),
    })
    .exactOptional(),
  /** Leaves out times before `from` or after `to`, both ISO times. */
  times: z
    .strictObject({ from: z.iso.datetime().exactOptional(), to: z.iso.datetime().exactOptional() })
    .exactOptional(),
  /** Leaves out prices below `min` or above `max`; rows without a price pass. */
  prices: z.strictObject({ min: z.number().exactOptional(), max: z.number().exactOptional() }).exactOptional(),
  /** Clips prices, amounts and quantities above this quantile, in (0.5, 1), to it. */
  clip: z.strictObject({ quantile: z.number().gt(0.5).lt(1) }).exactOptional(),
  /** Leaves out these users: the shop's own people, tests, monitors. */
  internal: z.strictObject({ users: z.array(z.string().min(1).max(1000)).min(1).max(10_000) }).exactOptional(),
  /** Leaves out users with more than so many events within any minute, or any day. */
  bots: z
    .strictObject({
      perMinute: z.number().int().positive().exactOptional(),
      perDay: z.number().int().positive().exactOptional(),
    })
    .exactOptional(),
  /** Leaves out an event that repeats the user's last kept one (same action and item) within so many seconds. */
  nearRepeats: z.strictObject({ seconds: z.number().positive().max(3600) }).exactOptional(),
  /** Leaves out items with fewer events, and users with fewer, until none is left (the k-core). */
  core: z
    .strictObject({ user: z.number().int().min(1).exactOptional(), item: z.number().int().min(1).exactOptional() })
    .exactOptional(),
  /** Minutes without an event after which a session ends, where the file names none; 30 by default. */
  sessions: z.strictObject({ idleMinutes: z.number().positive().max(1440) }).exactOptional(),
});
export type Cleaning = z.infer<typeof Cleaning>;

/** The steps by the names under which their counts are kept. */
export type StepName = Exclude<keyof Cleaning, 'sessions'> | 'currencyUnknown';

/** What is done with a column that looks personal: left out, replaced by a keyed hash, or kept as it is. */
export const PrivacyChoice = z.enum(['drop', 'hash', 'keep']);
export type PrivacyChoice = z.infer<typeof PrivacyChoice>;

/** What makes a column look personal. */
export const PersonalKind = z.enum(['email', 'telephone', 'name', 'address', 'identity', 'card', 'ip']);
export type PersonalKind = z.infer<typeof PersonalKind>;
