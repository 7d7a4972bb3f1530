import type { Amounts } from './amounts.ts';
import type { Codes } from './codes.ts';
import type { Times } from './times.ts';

/** Kinds of an event's time: with a time of day, a date, or only an order. */
export const TIME_KINDS = { clock: 0, date: 1, order: 2 } as const;

/**
 * All events in columns, a copy of the database: user u, a row of `users`, has the events `offsets[u]` to
 * `offsets[u + 1]` (exclusive), oldest first. Codes are ids of the database, 0 for none; what an event does not say is
 * that of its item.
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
  /** Unit price, and value of the event: its amount, or its price times its quantity. */
  readonly price: Amounts;
  readonly money: Amounts;
  /** Number of sessions of each user. */
  readonly sessions: Int32Array;
}
