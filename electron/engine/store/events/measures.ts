import type { Database } from 'better-sqlite3';
import type { Measure } from '../../../../shared/domain/rule.ts';
import { purchaseActionIds, returnActionIds } from '../names/purchase-actions.ts';
import { DATED_IMPORTS, DAY, hasMixedTimes, lastTime } from './times.ts';

/** Numeric measures of users' behaviour: one column per measure, one row per user of `users`, ascending by id. */
export interface Measures {
  readonly users: Int32Array;
  readonly events: Int32Array;
  readonly sessions: Int32Array;
  /** Days from the user's last event to the last event of the workspace; NaN if events have no dates. */
  readonly recency: Float64Array;
  /** Number of purchases, and their total value less that of returns. */
  readonly frequency: Int32Array;
  readonly monetary: Float64Array;
  /** The total value of purchases before returns. */
  readonly gross: Float64Array;
}

/**
 * Value of one event: its amount, or the price (its own or the item's) times the quantity. Requires `items i` joined to
 * `events e`. It is negative for a return, unless the state of an order made it one of what was a purchase.
 */
export const MONEY = 'coalesce(e.amount, coalesce(e.price, i.price) * coalesce(e.quantity, 1))';

export interface Fragment {
  readonly sql: string;
  readonly parameters: readonly (number | string)[];
}

/** Each measure as an SQL aggregate over one user's `events e` joined to `items i`; NULL if unknown. */
export function measureFragments(db: Database): Readonly<Record<Measure | 'gross', Fragment>> {
  const purchaseCondition = `e.action IN (SELECT value FROM json_each(?))`;
  const purchases = JSON.stringify(purchaseActionIds(db));
  const returns = JSON.stringify(returnActionIds(db));
  const spent = `CASE WHEN ${purchaseCondition} THEN ${MONEY} END`;
  const time = hasMixedTimes(db) ? `CASE WHEN e.import IN (${DATED_IMPORTS}) THEN e.time END` : 'e.time';
  const last = lastTime(db);
  return {
    events: { sql: 'count(e.time)', parameters: [] },
    sessions: { sql: 'count(DISTINCT e.session)', parameters: [] },
    recency:
      last === null ? { sql: 'NULL', parameters: [] } : { sql: `(? - max(${time})) / ${DAY}.0`, parameters: [last] },
    frequency: { sql: `count(CASE WHEN ${purchaseCondition} THEN 1 END)`, parameters: [purchases] },
    monetary:
      returns === '[]'
        ? { sql: `coalesce(sum(${spent}), 0)`, parameters: [purchases] }
        : {
            sql: `coalesce(sum(coalesce(${spent}, CASE WHEN ${purchaseCondition} THEN min(${MONEY}, 0) END)), 0)`,
            parameters: [purchases, returns],
          },
    gross: { sql: `coalesce(sum(${spent}), 0)`, parameters: [purchases] },
  };
}

const ORDER = ['events', 'sessions', 'recency', 'frequency', 'monetary', 'gross'] as const;

/**
 * Computes the measures of the given users, or of all users including those without events, in one scan of their
 * histories.
 */
export function readMeasures(db: Database, users?: Int32Array): Measures {
  const fragments = measureFragments(db);
  const rows = db
    .prepare(
      `SELECT u.id, ${ORDER.map((measure) => fragments[measure].sql).join(', ')}
       FROM users u LEFT JOIN events e ON e.user = u.id LEFT JOIN items i ON i.id = e.item
       ${users ? 'WHERE u.id IN (SELECT value FROM json_each(?))' : ''} GROUP BY u.id`,
    )
    .raw()
    .all(
      ...ORDER.flatMap((measure) => fragments[measure].parameters),
      ...(users ? [JSON.stringify([...users])] : []),
    ) as (number | null)[][];
  const column = (c: number, fallback: number) => rows.map((row) => row[c] ?? fallback);
  return {
    users: Int32Array.from(column(0, 0)),
    events: Int32Array.from(column(1, 0)),
    sessions: Int32Array.from(column(2, 0)),
    recency: Float64Array.from(column(3, Number.NaN)),
    frequency: Int32Array.from(column(4, 0)),
    monetary: Float64Array.from(column(5, 0)),
    gross: Float64Array.from(column(6, 0)),
  };
}
