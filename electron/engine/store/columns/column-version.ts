import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/**
 * Returns a version of the events, items, users and attributes. It changes with every import, with every undo, and when
 * a repair changes the number of events.
 */
export function columnVersion(db: Database): string {
  const imports = db.prepare('SELECT id, sha256, imported, kind, time_kind FROM imports ORDER BY id').raw().all();
  const summary = db.prepare<[], string>("SELECT value FROM settings WHERE name = 'events'").pluck().get();
  return hash('sha256', JSON.stringify([imports, summary ?? null]));
}

/** Returns a number that changes when another connection commits to the database. */
export function commitCount(db: Database): number {
  return Number(db.pragma('data_version', { simple: true }));
}
