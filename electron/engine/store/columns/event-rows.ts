import type { Database } from 'better-sqlite3';
import type { TimeKind } from '../../../../shared/contract/import-file.ts';

/**
 * An event as it is stored, without what it takes from its item: user, time, action, item, category, brand, session,
 * price, quantity, amount, import.
 */
export type EventRow = [
  user: number,
  time: number,
  action: number,
  item: number | null,
  category: number | null,
  brand: number | null,
  session: number | null,
  price: number | null,
  quantity: number | null,
  amount: number | null,
  source: number,
];

/** All events in one scan of the clustered table: by user, then by time. */
export function eventRows(db: Database): IterableIterator<EventRow> {
  const sql = `SELECT user, time, action, item, category, brand, session, price, quantity, amount, import
    FROM events ORDER BY user, time, seq`;
  return db.prepare<[], EventRow>(sql).raw().iterate();
}

export function eventCount(db: Database): number {
  return db.prepare<[], number>('SELECT count(*) FROM events').pluck().get() ?? 0;
}

/** Ids of all users, ascending. */
export function userIds(db: Database): Int32Array {
  return Int32Array.from(db.prepare<[], number>('SELECT id FROM users ORDER BY id').pluck().all());
}

/** Category, brand and price of each item that has one of them. */
export function itemRows(
  db: Database,
): IterableIterator<[item: number, category: number | null, brand: number | null, price: number | null]> {
  const sql = `SELECT id, category, brand, price FROM items
    WHERE category IS NOT NULL OR brand IS NOT NULL OR price IS NOT NULL`;
  return db.prepare<[], [number, number | null, number | null, number | null]>(sql).raw().iterate();
}

/** Time kind of each import of events. */
export function importKinds(db: Database): Map<number, TimeKind> {
  return new Map(
    db.prepare<[], [number, TimeKind]>("SELECT id, time_kind FROM imports WHERE kind = 'events'").raw().all(),
  );
}
