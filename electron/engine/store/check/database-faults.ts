import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Fault } from '../../../../shared/domain/finding.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { checkDatabase, latestSchema, schemaOf } from '../migrate.ts';
import { databaseFile } from '../workspace-folders.ts';

/** Returns what keeps the database of a workspace from being used; nothing is written to it. */
export function databaseFaults(path: string): Fault[] {
  const file = databaseFile(path);
  if (!existsSync(file)) return [{ code: 'database-missing', params: {} }];
  if (statSync(file).size === 0) return [{ code: 'database-empty', params: {} }];
  try {
    const db = new Database(file, { readonly: true });
    try {
      return faultsOf(db, file);
    } finally {
      db.close();
    }
  } catch (error) {
    return [damage(error instanceof Error ? error.message : String(error))];
  }
}

function faultsOf(db: Database.Database, file: string): Fault[] {
  const problems = db.prepare<[], string>('PRAGMA integrity_check(1)').pluck().all();
  if (problems[0] !== 'ok') return problems.map(damage);
  try {
    checkDatabase(db, file);
    return [];
  } catch (error) {
    if (!(error instanceof PortraitError)) throw error;
    if (error.code === 'WORKSPACE_NEWER')
      return [{ code: 'schema-newer', params: { version: schemaOf(db), supported: latestSchema } }];
    return [{ code: error.code === 'NOT_A_WORKSPACE' ? 'database-foreign' : 'schema-differs', params: {} }];
  }
}

const damage = (systemMessage: string): Fault => ({ code: 'database-damaged', params: { systemMessage } });
