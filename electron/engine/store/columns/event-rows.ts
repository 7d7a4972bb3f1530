import { totalmem } from 'node:os';
import type { Database } from 'better-sqlite3';
import type { TimeKind } from '../../../../shared/contract/import-file.ts';
import { damagedWorkspace } from '../store-error.ts';
import { readTable } from '../table-file/read-table.ts';

const COLUMNS = [
  ...['user', 'time', 'action', 'item', 'category', 'brand'],
  ...['session', 'price', 'quantity', 'amount', 'import'],
] as const;

/** Indices of an event's stored numbers; NaN is NULL. Values inherited from the item are not filled in. */
export const EVENT = Object.freeze({
  ...{ user: 0, time: 1, action: 2, item: 3, category: 4, brand: 5 },
  ...{ session: 6, price: 7, quantity: 8, amount: 9, import: 10 },
} satisfies Record<(typeof COLUMNS)[number], number>);

const MAX_IMAGE_BYTES = 1.5 * 2 ** 30;
/** Minimum page size at which the numbers of an event never spill into overflow pages. */
const MIN_PAGE_SIZE = 4096;

/**
 * Calls `visit` with each event by user and time, always with the same array. If an image of the database takes at most
 * an eighth of the machine's memory, reads the image, which takes an eighth of the time of a SQL statement.
 */
export function eachEvent(db: Database, visit: (event: Float64Array) => void): void {
  const pageSize = Number(db.pragma('page_size', { simple: true }));
  const bytes = pageSize * Number(db.pragma('page_count', { simple: true }));
  const positions = columnPositions(db);
  const isReadable = pageSize >= MIN_PAGE_SIZE && positions !== null;
  if (isReadable && bytes <= Math.min(MAX_IMAGE_BYTES, totalmem() / 8)) {
    readImage(db, positions, visit);
  } else readRows(db, visit);
}

/** Like `eachEvent`, with a SQL statement. */
export function readRows(db: Database, visit: (event: Float64Array) => void): void {
  const values = new Float64Array(COLUMNS.length);
  const sql = `SELECT ${COLUMNS.join(', ')} FROM events ORDER BY user, time, seq`;
  for (const row of db.prepare<[], (number | null)[]>(sql).raw().iterate()) {
    for (let i = 0; i < values.length; i++) values[i] = row[i] ?? Number.NaN;
    visit(values);
  }
}

/** Throws WORKSPACE_DAMAGED. */
function readImage(db: Database, positions: readonly number[], visit: (event: Float64Array) => void): void {
  try {
    readTable(db.serialize(), rootPage(db), positions, visit);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw damagedWorkspace({ variant: 'value', problem: 'the table of events cannot be read' }, error);
  }
}

/**
 * Returns the position of each column in a record. Null if these differ from the order in the table because the primary
 * key does not come first, or if a text column precedes the last of them.
 */
function columnPositions(db: Database): number[] | null {
  const info = db
    .prepare<[], { name: string; type: string; pk: number }>(
      "SELECT name, type, pk FROM pragma_table_info('events') ORDER BY cid",
    )
    .all();
  if (info.some(({ pk }, position) => pk > 0 && pk !== position + 1)) return null;
  const positions = COLUMNS.map((column) => info.findIndex(({ name }) => name === column));
  return info.slice(0, Math.max(...positions) + 1).some(({ type }) => type === 'TEXT') ? null : positions;
}

function rootPage(db: Database): number {
  return db.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'events'").pluck().get() ?? 0;
}

export function eventCount(db: Database): number {
  return db.prepare<[], number>('SELECT count(*) FROM events').pluck().get() ?? 0;
}

/** Returns the ids of all users, ascending. */
export function userIds(db: Database): Int32Array {
  return Int32Array.from(db.prepare<[], number>('SELECT id FROM users ORDER BY id').pluck().all());
}

/** Yields the category, brand and price of each item that has any of them. */
export function itemRows(
  db: Database,
): IterableIterator<[item: number, category: number | null, brand: number | null, price: number | null]> {
  const sql = `SELECT id, category, brand, price FROM items
    WHERE category IS NOT NULL OR brand IS NOT NULL OR price IS NOT NULL`;
  return db.prepare<[], [number, number | null, number | null, number | null]>(sql).raw().iterate();
}

/** Returns the time kind of each import of events, by import id. */
export function importKinds(db: Database): Map<number, TimeKind> {
  const sql = "SELECT id, time_kind FROM imports WHERE kind = 'events'";
  return new Map(db.prepare<[], [number, TimeKind]>(sql).raw().all());
}
