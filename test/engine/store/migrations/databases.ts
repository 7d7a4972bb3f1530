import Database from 'better-sqlite3';
import { expect, onTestFinished } from 'vitest';
import { applyMigrations } from '../../../../electron/engine/store/migrate.ts';

type Options = ConstructorParameters<typeof Database>[1];

/** Creates a database in memory at a schema version and runs statements on it. It is closed after the test. */
export function databaseAt(version: number | undefined, statements = '', options: Options = {}): Database.Database {
  const db = new Database(':memory:', options);
  onTestFinished(() => void db.close());
  db.pragma('foreign_keys = ON');
  applyMigrations(db, version);
  db.exec(statements);
  return db;
}

/**
 * Runs one migration on a database at the version before it that holds the rows that `statements` insert, and checks
 * the version, the integrity and the foreign keys of the result.
 */
export function migrated(version: number, statements: string): Database.Database {
  const db = databaseAt(version - 1, statements);
  applyMigrations(db, version);
  expect(db.pragma('user_version', { simple: true })).toBe(version);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  return db;
}

/** Returns the query plans of all statements that `read` executes on an empty database of the present schema. */
export function queryPlans(read: (db: Database.Database) => unknown): string[] {
  const executed: string[] = [];
  const db = databaseAt(undefined, '', { verbose: (sql) => void executed.push(String(sql)) });
  executed.length = 0;
  read(db);
  return executed.splice(0).map((sql) => {
    const steps = db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all();
    return steps.map(({ detail }) => detail).join('; ');
  });
}
