import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { PortraitError } from '../../../shared/errors.ts';
import { deleteOldBackups } from './backups/delete-old-backups.ts';
import { backUpAtOnce } from './backups/make-backup.ts';
import { events } from './migrations/001-events.ts';
import { models } from './migrations/002-models.ts';
import { imports } from './migrations/003-imports.ts';
import { runs } from './migrations/004-runs.ts';
import { rejectionCodes } from './migrations/005-rejection-codes.ts';
import { clusterNames } from './migrations/006-cluster-names.ts';
import { predictions } from './migrations/007-predictions.ts';
import { eventIds } from './migrations/008-event-ids.ts';
import { briefs } from './migrations/009-briefs.ts';
import { deletions } from './migrations/010-deletions.ts';
import { ownNames } from './migrations/011-own-names.ts';
import { traits } from './migrations/012-traits.ts';
import { mapQuality } from './migrations/013-map-quality.ts';
import { schemaDifference } from './schema-check.ts';
import { damagedWorkspace } from './store-error.ts';
import { backupsFolder } from './workspace-folders.ts';

/** All migrations in order; the schema version is the number of migrations that have run. */
const migrations: readonly string[] = [
  events,
  models,
  imports,
  runs,
  rejectionCodes,
  clusterNames,
  predictions,
  eventIds,
  briefs,
  deletions,
  ownNames,
  traits,
  mapQuality,
];

/** Version of the schema that `migrate` brings a database to. */
export const latestSchema = migrations.length;

/** Returns the version of a database's schema. */
export function schemaOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** "Port" in ASCII: identifies Portrait's databases; those of its first versions have 0. */
const APPLICATION_ID = 0x506f7274;

/**
 * Checks, without writing to it, that a database is new or Portrait's. Throws WORKSPACE_NEWER; NOT_A_WORKSPACE for a
 * database of another program; and WORKSPACE_DAMAGED if its tables are not those of its version.
 */
export function checkDatabase(db: Database.Database, file: string): void {
  const version = schemaOf(db);
  const application = applicationOf(db);
  if (version > migrations.length && (application === APPLICATION_ID || differenceOf(db, migrations.length) === null))
    throw newerVersionError(file, version);
  const difference = differenceOf(db, version);
  if (application !== APPLICATION_ID) {
    const isNew = version === 0 && isEmpty(db);
    const isEarly = version > 0 && difference === null;
    if (application !== 0 || !(isNew || isEarly)) throw foreignDatabaseError(file);
  }
  if (difference !== null) throw damagedWorkspace({ variant: 'schema', path: file, problem: difference });
}

/**
 * Migrates a database to the current schema, each migration and its version in one transaction, after backing up an
 * older database. Throws the errors of `checkDatabase`, and then writes nothing.
 */
export function migrate(db: Database.Database, file: string): void {
  checkDatabase(db, file);
  const version = schemaOf(db);
  if (applicationOf(db) !== APPLICATION_ID) db.pragma(`application_id = ${APPLICATION_ID}`);
  if (version === migrations.length) return;
  const workspace = dirname(file);
  const backup = version > 0 ? backUpAtOnce(db, workspace, 'migration') : null;
  try {
    applyMigrations(db);
  } catch (error) {
    // Nothing was migrated, so the backup has nothing that the workspace lacks.
    if (backup !== null && schemaOf(db) === version)
      rmSync(join(backupsFolder(workspace), backup), { recursive: true, force: true });
    throw error;
  }
  if (backup !== null) deleteOldBackups(workspace);
}

const applicationOf = (db: Database.Database) => Number(db.pragma('application_id', { simple: true }));

function differenceOf(db: Database.Database, version: number): string | null {
  if (version < 0 || version > migrations.length) return `its version is ${version}`;
  return schemaDifference(db, version, migrations.length, applyMigrations);
}

function isEmpty(db: Database.Database): boolean {
  return db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
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
    code: 'NOT_A_WORKSPACE',
    message: 'workspace.db is a database of another program.',
    hint: 'Choose the folder of a Portrait workspace (its name ends in .portrait), or create a new one.',
    details: { file },
  });
}
