import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { recordOf } from '../../../../shared/domain/record-of.ts';
import { parseStored } from '../parse-json.ts';
import { replayBackwards } from './undo-replay.ts';
import { NUMBERED_TABLES } from './undo-tables.ts';

const Before = z.object(recordOf(NUMBERED_TABLES, () => z.number().int().min(0)));

export interface UndoableImport {
  readonly import: number;
  readonly file: string;
  readonly imported: number;
  readonly events: number;
  /** The greatest ids before the import, as JSON; null for imports made before undo was supported. */
  readonly before: string | null;
}

/** Reads the greatest ids before an import. */
export const storedStart = (before: string) => parseStored(Before, before, 'the undo log');

/** This import and all later ones, newest first. */
export function importsFrom(db: Database, id: number): UndoableImport[] {
  const sql = 'SELECT id import, file, imported, events, before FROM imports WHERE id >= ? ORDER BY id DESC';
  return db.prepare<[number], UndoableImport>(sql).all(id);
}

const USERS_PER_BATCH = 500;

/**
 * Undoes one import, which must be the newest: deletes what it added and restores what it changed or removed. Runs
 * within the caller's transaction, without foreign key checks. `onProgress` is called every few thousand rows with the
 * number of events deleted so far. Returns the number of deleted and of restored events.
 */
export function undoImport(db: Database, undoable: UndoableImport, onProgress: (events: number) => void) {
  const before = storedStart(undoable.before ?? '{}');
  const removed = removeEvents(db, undoable.import, onProgress);
  db.prepare('DELETE FROM identities WHERE import = ?').run(undoable.import);
  const { users = 0, attributes = 0 } = before;
  db.prepare('DELETE FROM user_attributes WHERE user > ? OR attribute > ?').run(users, attributes);
  for (const table of NUMBERED_TABLES) db.prepare(`DELETE FROM ${table} WHERE id > ?`).run(before[table] ?? 0);
  const restored = replayBackwards(db, undoable.import, () => onProgress(removed));
  for (const table of ['undo_rows', 'rejected_rows'])
    db.prepare(`DELETE FROM ${table} WHERE import = ?`).run(undoable.import);
  db.prepare('DELETE FROM imports WHERE id = ?').run(undoable.import);
  return { removed, restored };
}

/** Deletes by ranges of users: events are clustered by user, so each is a range of the table. */
function removeEvents(db: Database, id: number, onProgress: (events: number) => void): number {
  const last = db.prepare<[], number | null>('SELECT max(user) FROM events').pluck().get() ?? 0;
  const remove = db.prepare('DELETE FROM events WHERE user >= ? AND user < ? AND import = ?');
  let removed = 0;
  for (let user = 0; user <= last; user += USERS_PER_BATCH) {
    removed += remove.run(user, user + USERS_PER_BATCH, id).changes;
    onProgress(removed);
  }
  return removed;
}
