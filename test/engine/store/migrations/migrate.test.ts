import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { storedBackups } from '../../../../electron/engine/store/backups/list-backups.ts';
import { applyMigrations, migrate } from '../../../../electron/engine/store/migrate.ts';
import { testFolder } from '../../../support/folder.ts';
import { databaseAt } from './databases.ts';

const versionOf = (db: Database.Database) => Number(db.pragma('user_version', { simple: true }));
const latest = () => versionOf(databaseAt(undefined));

test('every migration has a file and a test with its number', () => {
  const numbers = (folder: string, ending: string) =>
    readdirSync(new URL(folder, import.meta.url))
      .filter((name) => /^\d{3}-/.test(name) && name.endsWith(ending))
      .map((name) => Number.parseInt(name, 10))
      .sort((a, b) => a - b);
  const expected = Array.from({ length: latest() }, (_, i) => i + 1);
  expect(numbers('../../../../electron/engine/store/migrations/', '.ts')).toEqual(expected);
  expect(numbers('./', '.test.ts')).toEqual(expected);
});

test('a database one version newer than the last migration is refused unchanged', () => {
  const db = databaseAt(undefined);
  db.pragma(`user_version = ${latest() + 1}`);
  const changes = db.prepare('SELECT total_changes()').pluck();
  const before = changes.get();
  const details = expect.objectContaining({ version: latest() + 1, known: latest() });
  expect(() => migrate(db, 'workspace.db')).toThrow(expect.objectContaining({ code: 'WORKSPACE_NEWER', details }));
  expect([versionOf(db), changes.get()]).toEqual([latest() + 1, before]);
});

test('a migration that fails is rolled back together with its version', () => {
  const db = databaseAt(1, 'CREATE TABLE segments (id INTEGER)');
  expect(() => applyMigrations(db)).toThrow('segments already exists');
  expect(versionOf(db)).toBe(1);
  expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'runs'").pluck().get()).toBe(0);
});

test('a database of any earlier version is backed up and migrated to the last', () => {
  for (let version = 1; version < latest(); version++) {
    const folder = testFolder();
    const file = join(folder, 'workspace.db');
    const db = new Database(file);
    db.pragma('application_id = 0x506f7274');
    applyMigrations(db, version);
    migrate(db, file);
    expect(versionOf(db)).toBe(latest());
    db.close();
    const backups = storedBackups(folder);
    expect(backups).toMatchObject([{ reason: 'migration' }]);
    const backup = new Database(backups[0]!.database, { readonly: true });
    expect(versionOf(backup)).toBe(version);
    backup.close();
  }
});
