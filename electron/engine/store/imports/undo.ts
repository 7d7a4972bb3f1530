import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { replayBackwards } from './undo-replay.ts';
import { NUMBERED } from './undo-tables.ts';

const Before = z.object(Object.fromEntries(NUMBERED.map((table) => [table, z.number().int().min(0)])));

export interface Undoable {
  readonly import: number;
  readonly file: string;
  readonly imported: number;
  readonly events: number;
  /** Null where it was made before imports remembered how to be undone. */
  readonly before: string | null;
}

/** The imports from this one on, the newest first. */
export function importsFrom(db: Database, id: number): Undoable[] {
  const sql = 'SELECT id import, file, imported, events, before FROM imports WHERE id >= ? ORDER BY id DESC';
  return db.prepare<[number], Undoable>(sql).all(id);
}

const USERS_AT_A_TIME = 500;

/**
 * Takes back one import, which must be the newest: what it added goes, what it changed or removed comes back. Within the
 * caller's transaction, without checks of references. `step` is called every few thousand rows with the events gone so far.
 * Returns how many events it removed and brought back.
 */
export function undoImport(db: Database, of: Undoable, step: (events: number) => void) {
  const before = Before.parse(JSON.parse(of.before ?? '{}'));
  const removed = removeEvents(db, of.import, step);
  db.prepare('DELETE FROM identities WHERE import = ?').run(of.import);
  const { users = 0, attributes = 0 } = before;
  db.prepare('DELETE FROM user_attributes WHERE user > ? OR attribute > ?').run(users, attributes);
  for (const table of NUMBERED) db.prepare(`DELETE FROM ${table} WHERE id > ?`).run(before[table] ?? 0);
  const restored = replayBackwards(db, of.import, () => step(removed));
  for (const table of ['undo_rows', 'rejected_rows'])
    db.prepare(`DELETE FROM ${table} WHERE import = ?`).run(of.import);
  db.prepare('DELETE FROM imports WHERE id = ?').run(of.import);
  return { removed, restored };
}

/** Events are ordered by user, so a range of users is a range of the table. */
function removeEvents(db: Database, id: number, step: (events: number) => void): number {
  const last = db.prepare<[], number | null>('SELECT max(user) FROM events').pluck().get() ?? 0;
  const remove = db.prepare('DELETE FROM events WHERE user >= ? AND user < ? AND import = ?');
  let removed = 0;
  for (let user = 0; user <= last; user += USERS_AT_A_TIME) {
    removed += remove.run(user, user + USERS_AT_A_TIME, id).changes;
    step(removed);
  }
  return removed;
}
