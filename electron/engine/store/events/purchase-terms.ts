import type { Database } from 'better-sqlite3';
import { purchaseActionIds } from '../names/purchase-actions.ts';

const TABLES = { channel: 'channels', campaign: 'campaigns' } as const;
/** Fields of events with a table of names: channel and campaign. */
export type NamedField = keyof typeof TABLES;

/** Creates a record with a value for each of these fields. */
export function byNamedField<T>(create: (field: NamedField) => T): Record<NamedField, T> {
  const entries = Object.keys(TABLES).map((field) => [field, create(field as NamedField)]);
  return Object.fromEntries(entries) as Record<NamedField, T>;
}

/** Whether the workspace has any channels or campaigns. */
export function hasNamed(db: Database, field: NamedField): boolean {
  return db.prepare<[], number>(`SELECT EXISTS (SELECT 1 FROM ${TABLES[field]})`).pluck().get() === 1;
}

/** Returns the number of events by channel or campaign, most frequent first, of a user or of all users. */
export function namedCounts(db: Database, field: NamedField, user?: number): Map<string, number> {
  const sql = `SELECT n.name, count(*) events FROM events e JOIN ${TABLES[field]} n ON n.id = e.${field}
    ${user === undefined ? '' : 'WHERE e.user = ?'} GROUP BY n.id ORDER BY events DESC, n.name`;
  const statement = db.prepare<number[], [string, number]>(sql).raw();
  return new Map(user === undefined ? statement.all() : statement.all(user));
}

/** Number of purchases, and of discounted purchases. */
export interface DiscountCounts {
  readonly purchases: number;
  readonly discounted: number;
}

/** Counts the purchases of a user or of all users. Null if no import has discounts. */
export function discountCounts(db: Database, user?: number): DiscountCounts | null {
  const isKnown = `SELECT EXISTS (SELECT 1 FROM imports WHERE instr(coalesce(fields, mapping), '"discount"') > 0)`;
  if (db.prepare<[], number>(isKnown).pluck().get() !== 1) return null;
  const sql = `SELECT count(*) purchases, coalesce(sum(discount > 0), 0) discounted FROM events
    WHERE action IN (SELECT value FROM json_each(?)) ${user === undefined ? '' : 'AND user = ?'}`;
  const statement = db.prepare<(string | number)[], DiscountCounts>(sql);
  const purchases = JSON.stringify(purchaseActionIds(db));
  return statement.get(...(user === undefined ? [purchases] : [purchases, user])) ?? null;
}
