import type { Database } from 'better-sqlite3';

/** Returns SQLite's data version, which changes whenever another connection has written to the database file. */
export function fileVersion(db: Database): number {
  return db.prepare<[], number>('PRAGMA data_version').pluck().get() ?? 0;
}
