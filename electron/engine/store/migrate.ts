import type Database from 'better-sqlite3';
import { PortraitError } from '../../../shared/errors.ts';
import { events } from './migrations/001-events.ts';
import { models } from './migrations/002-models.ts';
import { imports } from './migrations/003-imports.ts';
import { runs } from './migrations/004-runs.ts';
import { rejectionCodes } from './migrations/005-rejection-codes.ts';
import { clusterNames } from './migrations/006-cluster-names.ts';
import { predictions } from './migrations/007-predictions.ts';

/** All migrations in order; the schema version is the number of migrations that have run. */
const migrations: readonly string[] = [events, models, imports, runs, rejectionCodes, clusterNames, predictions];

/** Version of the schema that `migrate` brings a database to. */
export const latestSchema = migrations.length;

/** Returns the version of a database's schema. */
export function schemaOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** "Port" in ASCII: identifies Portrait's databases. */
const APPLICATION_ID = 0x506f7274;

/**
 * Migrates a database to the current schema, each migration and its version in one transaction, after backing up an
 * older database. Throws WORKSPACE_NEWER, and WORKSPACE_DAMAGED for a database of another program.
 */
export function migrate(db: Database.Database, file: string): void {
  const version = schemaOf(db);
  if (version > migrations.length) throw newerVersionError(file, version);
  if (version > 0 && db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw foreignDatabaseError(file);
  if (version === migrations.length) return;
  if (version > 0) db.prepare('VACUUM INTO ?').run(`${file}.backup-${version}-${Date.now()}`);
  else db.pragma(`application_id = ${APPLICATION_ID}`);
  applyMigrations(db);
}

/** Applies migrations up to a schema version, the present one by default, each in one transaction with its version. */
export function applyMigrations(db: Database.Database, target = migrations.length): void {
  for (let step = Number(db.pragma('user_version', { simple: true })); step < target; step++) {
    db.transaction(() => {
      db.exec(migrations[step]!);
      db.pragma(`user_version = ${step + 1}`);
    })();
  }
}

function newerVersionError(file: string, version: number): PortraitError {
  return new PortraitError({
    code: 'WORKSPACE_NEWER',
    message: `The workspace was saved by a newer version of Portrait (schema ${version}; this version supports ${migrations.length}).`,
    hint: 'Update Portrait and open the workspace again. It has not been changed.',
    details: { file, version, known: migrations.length },
  });
}

function foreignDatabaseError(file: string): PortraitError {
  return new PortraitError({
    code: 'WORKSPACE_DAMAGED',
    message: 'workspace.db is a database of another program.',
    hint: 'Choose the folder of a Portrait workspace (its name ends in .portrait), or create a new one.',
    details: { file },
  });
}
