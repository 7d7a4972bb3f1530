import type { Database } from 'better-sqlite3';
import { detachFiles } from './events/event-sink.ts';

/**
 * Runs `work` in one transaction without checks of references; what it does not `keep` is undone at its end. For work that
 * looks ids up before it uses them, so that checking each reference again would only cost time.
 */
export async function withoutForeignKeys<T>(db: Database, commit: boolean, work: () => Promise<T>): Promise<T> {
  db.pragma('foreign_keys = OFF');
  try {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = await work();
      db.exec(commit ? 'COMMIT' : 'ROLLBACK');
      return result;
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  } finally {
    detachFiles(db);
    db.pragma('foreign_keys = ON');
  }
}
