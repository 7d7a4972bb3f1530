import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** Changes with every import that brings behaviour and every undoing of one: what was computed under another mark is of other data. */
export function dataVersion(db: Database): string {
  const sql = "SELECT sha256, imported FROM imports WHERE kind <> 'users' ORDER BY id";
  return hash('sha256', JSON.stringify(db.prepare(sql).raw().all()));
}
