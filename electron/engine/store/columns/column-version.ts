import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/**
 * Version of the events, items, users and attributes: it changes with every import and whenever one is undone, and
 * whenever a repair changes the number of events.
 */
export function columnVersion(db: Database): string {
  const imports = db.prepare('SELECT id, sha256, imported, kind, time_kind FROM imports ORDER BY id').raw().all();
  const summary = db.prepare<[], string>("SELECT value FROM settings WHERE name = 'events'").pluck().get();
  return hash('sha256', JSON.stringify([imports, summary ?? null]));
}

/** A number that changes when another connection commits to the database. */
export function commitCount(db: Database): number {
  return Number(db.pragma('data_version', { simple: true }));
}
