import { z } from 'zod';

/**
 * Cleaning steps of an import between parsing and writing, in order of execution. Each step is off unless it is given.
 * Steps that drop rows count them; the others modify values.
 */
export const Cleaning = z.strictObject({
  /**
   * Text normalisation: `width` converts full-width letters, digits and punctuation to half-width and collapses
   * whitespace; `case` converts actions, categories and brands to lower case.
   */
  text: z.strictObject({ width: z.boolean().exactOptional(), case: z.boolean().exactOptional() }).exactOptional(),
  /**
   * Converts prices, amounts and discounts to the currency `to`; `rates` is the value of one unit of each currency in
   * `to`. Rows with money in a currency without a rate are dropped and counted as `currencyUnknown`.
   */
  currency: z
    .strictObject({
      to: z.string().length(3),
      rates: z
        .record(z.string().length(3), z.number().positive())
        .refine((rates) => Object.keys(rates).length <= 1000, 'more than 1,000 currencies'),
    })
    .exactOptional(),
  /** Drops times before `from` or after `to`, both ISO times. */
  times: z
    .strictObject({ from: z.iso.datetime().exactOptional(), to: z.iso.datetime().exactOptional() })
    .exactOptional(),
  /** Drops prices below `min` or above `max`; rows without a price are kept. */
  prices: z.strictObject({ min: z.number().exactOptional(), max: z.number().exactOptional() }).exactOptional(),
  /** Clips prices, amounts and quantities to this quantile, in (0.5, 1). */
  clip: z.strictObject({ quantile: z.number().gt(0.5).lt(1) }).exactOptional(),
  /** Drops these users: staff, test accounts, monitors. */
  internal: z.strictObject({ users: z.array(z.string().min(1).max(1000)).min(1).max(10_000) }).exactOptional(),
  /** Drops users with more than this many events within any minute, or any day. */
  bots: z
    .strictObject({
      perMinute: z.number().int().positive().exactOptional(),
      perDay: z.number().int().positive().exactOptional(),
    })
    .exactOptional(),
  /** Drops an event that repeats the user's last kept event (same action and item) within this many seconds. */
  nearRepeats: z.strictObject({ seconds: z.number().positive().max(3600) }).exactOptional(),
  /** Drops items and users with fewer events than these, repeatedly until none is left (k-core filtering). */
  core: z
    .strictObject({ user: z.number().int().min(1).exactOptional(), item: z.number().int().min(1).exactOptional() })
    .exactOptional(),
  /** Idle timeout in minutes after which a session ends, if the file does not identify sessions; 30 by default. */
  sessions: z.strictObject({ idleMinutes: z.number().positive().max(1440) }).exactOptional(),
});
export type Cleaning = z.infer<typeof Cleaning>;

/** Names of the steps under which their counts are stored. */
export type StepName = Exclude<keyof Cleaning, 'sessions'> | 'currencyUnknown';

/** Treatment of a column that looks personal: dropped, replaced by a keyed hash, or kept unchanged. */
export const PrivacyChoice = z.enum(['drop', 'hash', 'keep']);
export type PrivacyChoice = z.infer<typeof PrivacyChoice>;

/** Kind of personal data in a column. */
export const PersonalKind = z.enum(['email', 'telephone', 'name', 'address', 'identity', 'card', 'ip']);
export type PersonalKind = z.infer<typeof PersonalKind>;
