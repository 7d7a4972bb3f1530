import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { testFolder } from '../../../support/folder.ts';

/** Creates a workspace as an older Portrait left it: the schema after `migrations`, and what `sql` inserts. */
export function oldWorkspace(migrations: readonly string[], sql: string): string {
  const path = join(testFolder(), 'old.portrait');
  mkdirSync(path);
  const db = new Database(join(path, 'workspace.db'));
  db.pragma('application_id = 0x506f7274');
  for (const migration of migrations) db.exec(migration);
  db.pragma(`user_version = ${migrations.length}`);
  db.exec(sql);
  db.close();
  return path;
}
