import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { PortraitError } from '../../../shared/errors.ts';
import { migrate } from './migrate.ts';
import { storeError } from './store-error.ts';

/** An open workspace: its folder and a connection to its database. */
export interface Workspace {
  readonly path: string;
  readonly db: Database.Database;
}

/** A workspace that this process has locked exclusively until it is closed. */
export interface OpenWorkspace extends Workspace {
  close(): void;
}

export const SUFFIX = '.portrait';
export const databaseFile = (path: string) => join(path, 'workspace.db');
export const modelFolder = (path: string, run: string) => join(path, 'models', run);
export const exportFolder = (path: string) => join(path, 'exports');
/** Holds temporary copies while an import runs. */
export const temporaryFolder = (path: string) => join(path, 'temporary');
export const jobFolder = (path: string) => join(path, 'jobs');

export function workspaceName(path: string): string {
  return basename(path).replace(new RegExp(`\\${SUFFIX}$`), '');
}

/**
 * Creates the folder with an empty database and opens it. Throws WORKSPACE_EXISTS and the errors of `openWorkspace`.
 */
export function createWorkspace(path: string): OpenWorkspace {
  const folder = resolve(path);
  if (existsSync(databaseFile(folder))) {
    throw new PortraitError({
      code: 'WORKSPACE_EXISTS',
      message: `A workspace already exists at ${folder}.`,
      hint: 'Open it, or choose another name.',
      details: { path: folder },
    });
  }
  try {
    for (const subfolder of ['models', 'exports', 'jobs']) mkdirSync(join(folder, subfolder), { recursive: true });
  } catch (error) {
    throw storeError(error, folder);
  }
  return openLocked(folder);
}

/**
 * Locks a workspace for this process, opens it and migrates it. Throws WORKSPACE_NOT_FOUND, WORKSPACE_IN_USE,
 * WORKSPACE_NEWER, WORKSPACE_DAMAGED, WORKSPACE_READ_ONLY, DISK_FULL.
 */
export function openWorkspace(path: string): OpenWorkspace {
  const folder = resolve(path);
  if (!existsSync(databaseFile(folder))) {
    throw new PortraitError({
      code: 'WORKSPACE_NOT_FOUND',
      message: `There is no workspace at ${folder}.`,
      hint: 'Check the path, or create a new workspace.',
      details: { path: folder },
    });
  }
  return openLocked(folder);
}

/**
 * Opens a second connection to a workspace that this process has locked, for a worker thread. The caller closes its
 * `db`.
 */
export function attachWorkspace(path: string): Workspace {
  return { path, db: connect(path) };
}

function openLocked(path: string): OpenWorkspace {
  try {
    requireWritable(path);
    const lock = acquireLock(path);
    try {
      // Left behind if a process was killed.
      rmSync(temporaryFolder(path), { recursive: true, force: true });
      const db = connect(path);
      try {
        migrate(db, databaseFile(path));
      } catch (error) {
        db.close();
        throw error;
      }
      return {
        path,
        db,
        close() {
          db.close();
          lock.close();
        },
      };
    } catch (error) {
      lock.close();
      throw error;
    }
  } catch (error) {
    throw storeError(error, path);
  }
}

function connect(path: string): Database.Database {
  const db = new Database(databaseFile(path), { timeout: 10_000 });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('foreign_keys = ON');
    db.pragma('cache_size = -65536');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The operating system releases SQLite's locks when a process dies, so a stale lock never remains. */
function acquireLock(path: string): Database.Database {
  const lock = new Database(join(path, 'workspace.lock'), { timeout: 0 });
  try {
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** Even an administrator, who has permission to write, should not change what was deliberately marked read-only. */
function requireWritable(path: string): void {
  for (const file of [path, databaseFile(path)]) {
    if (!existsSync(file) || (statSync(file).mode & 0o222) !== 0) continue;
    throw Object.assign(new Error(`${file} is read-only`), { code: 'EACCES' });
  }
}
