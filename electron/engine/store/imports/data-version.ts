import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/**
 * Version of the behaviour data: it changes with every import of events, items, identities or lookups and whenever one
 * is undone, so results computed under another version are stale.
 */
export function dataVersion(db: Database): string {
  const sql = "SELECT sha256, imported FROM imports WHERE kind <> 'users' ORDER BY id";
  return hash('sha256', JSON.stringify(db.prepare(sql).raw().all()));
}
