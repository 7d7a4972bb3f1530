import type { Database } from 'better-sqlite3';
import { detachFiles } from './events/event-sink.ts';

/**
 * Runs `work` in one transaction without foreign key checks; rolls back at the end unless `commit` is set. For work
 * that looks ids up before using them, so that checking every foreign key would only cost time.
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
