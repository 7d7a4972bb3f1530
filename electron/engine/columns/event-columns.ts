import type { Amounts } from './amounts.ts';
import type { Codes } from './codes.ts';
import type { Times } from './times.ts';

/** Precision of an event's time: with a time of day, a date, or only a position in the order. */
export const TIME_KINDS = { clock: 0, date: 1, order: 2 } as const;

/**
 * All events of a database in columns. Events `offsets[u]` to `offsets[u + 1]` (exclusive) are those of user
 * `users[u]`, oldest first. Codes are ids of the database, 0 for none; missing values of an event are those of its
 * item.
 */
export interface EventColumns {
  /** Ids of all users, ascending. */
  readonly users: Int32Array;
  readonly offsets: Int32Array;
  readonly action: Codes;
  readonly item: Codes;
  readonly category: Codes;
  readonly brand: Codes;
  readonly time: Times;
  /** One of TIME_KINDS per event, or one for all events. */
  readonly timeKind: Uint8Array | number;
  /** Unit price, and monetary value of the event: its amount, or else its price times its quantity. */
  readonly price: Amounts;
  readonly money: Amounts;
  /** Number of sessions of each user. */
  readonly sessions: Int32Array;
}
