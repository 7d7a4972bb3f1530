import type { Database } from 'better-sqlite3';
import { purchaseActionIds, returnActionIds } from '../names/purchase-actions.ts';
import { localTimeSql } from './event-zone.ts';
import { MONEY } from './measures.ts';
import { DATED_IMPORTS, DAY } from './times.ts';

/** Days on which users bought or returned something, ascending by user and day; one row per user and day. */
export interface PurchaseDays {
  readonly users: Int32Array;
  /** Days since 1970-01-01 in the zone of the events. */
  readonly days: Int32Array;
  /** Number of purchases of the day; 0 if there are only returns. */
  readonly purchases: Int32Array;
  /** Value of the day's purchases less that of its returns; NaN if no value is known. */
  readonly values: Float64Array;
  /** Money paid back for returns of the day, at least 0; `values` is what is left. */
  readonly returned: Float64Array;
}

/** Reads the purchases and returns of imports whose times are dates. */
export function readPurchaseDays(db: Database): PurchaseDays {
  const purchases = JSON.stringify(purchaseActionIds(db));
  const returns = JSON.stringify(returnActionIds(db));
  const isPurchase = 'e.action IN (SELECT value FROM json_each(?))';
  const isReturn = 'e.action IN (SELECT value FROM json_each(?))';
  const rows = db
    .prepare<string[], [user: number, day: number, purchases: number, value: number | null, returned: number]>(
      `SELECT e.user, cast(floor(${localTimeSql(db)} / ${DAY}.0) AS INTEGER) day, sum(${isPurchase}),
         sum(CASE WHEN ${isPurchase} THEN ${MONEY} ELSE min(${MONEY}, 0) END),
         sum(CASE WHEN ${isPurchase} THEN 0 ELSE max(0, -coalesce(${MONEY}, 0)) END)
       FROM events e LEFT JOIN items i ON i.id = e.item
       WHERE (${isPurchase} OR ${isReturn}) AND e.import IN (${DATED_IMPORTS})
       GROUP BY e.user, day ORDER BY e.user, day`,
    )
    .raw()
    .all(purchases, purchases, purchases, purchases, returns);
  return {
    users: Int32Array.from(rows, ([user]) => user),
    days: Int32Array.from(rows, ([, day]) => day),
    purchases: Int32Array.from(rows, ([, , count]) => count),
    values: Float64Array.from(rows, ([, , , value]) => value ?? Number.NaN),
    returned: Float64Array.from(rows, ([, , , , returned]) => returned),
  };
}
