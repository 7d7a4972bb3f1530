import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { isId } from '../../../shared/contract/ids.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { checkDatabase, migrate } from './migrate.ts';
import { runNotFound } from './models/run-not-found.ts';
import { damagedWorkspace, storeError, workspaceMoved } from './store-error.ts';

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
const SUBFOLDERS = ['models', 'exports', 'jobs'];
export const databaseFile = (path: string) => join(path, 'workspace.db');
export const modelsFolder = (path: string) => join(path, 'models');
export const exportFolder = (path: string) => join(path, 'exports');
/** Holds temporary copies while an import runs. */
export const temporaryFolder = (path: string) => join(path, 'temporary');
export const jobFolder = (path: string) => join(path, 'jobs');

/** Returns the folder of a run, a search or a trial. Throws RUN_NOT_FOUND if the id does not have the form of one. */
export function modelFolder(path: string, run: string): string {
  if (!isId('run', run)) throw runNotFound(run.slice(0, 100));
  return join(modelsFolder(path), run);
}

export function workspaceName(path: string): string {
  return basename(path).replace(new RegExp(`\\${SUFFIX}$`), '');
}

/**
 * Creates the folder with an empty database and opens it. Only the user has access to it. Throws WORKSPACE_EXISTS,
 * WORKSPACE_NAME_REFUSED and the errors of `openWorkspace`.
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
    if (isUsed(folder)) throw damagedWorkspace({ variant: 'missing', path: folder });
    makePrivateFolder(folder);
    // Its journal and its index inherit the permissions.
    closeSync(openSync(databaseFile(folder), 'wx', 0o600));
  } catch (error) {
    throw isNameError(error) ? nameRefused(folder, error) : storeError(error, folder);
  }
  return openLocked(folder);
}

/**
 * Locks a workspace for this process, opens it and migrates it. Throws WORKSPACE_NOT_FOUND, NOT_A_WORKSPACE,
 * WORKSPACE_IN_USE, WORKSPACE_NEWER, WORKSPACE_DAMAGED, WORKSPACE_READ_ONLY, DISK_FULL.
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
 * `db`. Throws WORKSPACE_MOVED.
 */
export function attachWorkspace(path: string): Workspace {
  requireInPlace(path);
  return { path, db: connect(path) };
}

/** Throws WORKSPACE_MOVED if a workspace that is open is no longer at its path. */
export function requireInPlace(path: string): void {
  if (!existsSync(databaseFile(path))) throw workspaceMoved(path);
}

function openLocked(path: string): OpenWorkspace {
  try {
    requireWritable(path);
    const lock = acquireLock(path);
    try {
      refuseEmptiedDatabase(path);
      const db = connect(path, (unchecked) => checkDatabase(unchecked, databaseFile(path)));
      try {
        migrate(db, databaseFile(path));
        makeSubfolders(path);
        // Left behind if a process was killed.
        rmSync(temporaryFolder(path), { recursive: true, force: true });
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

/** `check` sees the database before anything is written to it. */
function connect(path: string, check: (db: Database.Database) => void = () => {}): Database.Database {
  const db = new Database(databaseFile(path), { timeout: 10_000, fileMustExist: true });
  try {
    check(db);
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

/** Creates a folder, and those above it that are missing, to which only their owner has access. */
function makePrivateFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first !== undefined) chmodSync(folder, 0o700);
}

/** Throws WORKSPACE_DAMAGED if one of them is a file. */
function makeSubfolders(path: string): void {
  for (const name of SUBFOLDERS) {
    const entry = statSync(join(path, name), { throwIfNoEntry: false });
    if (entry && !entry.isDirectory()) throw damagedWorkspace({ variant: 'folder', path, name });
    if (!entry) mkdirSync(join(path, name), { mode: statSync(path).mode & 0o777 });
  }
}

/** SQLite takes an empty file for a new database, although the workspace's other files show that it was not. */
function refuseEmptiedDatabase(path: string): void {
  if (statSync(databaseFile(path)).size === 0 && isUsed(path)) throw damagedWorkspace({ variant: 'empty', path });
}

/** Whether a folder has files of a workspace beside the database. */
function isUsed(path: string): boolean {
  const hasEntries = (folder: string) =>
    statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && readdirSync(folder).length > 0;
  return SUBFOLDERS.some((name) => hasEntries(join(path, name)));
}

function isNameError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(ENAMETOOLONG|ENOTDIR|EEXIST)$/.test(String(error.code));
}

function nameRefused(path: string, cause: unknown): PortraitError {
  return new PortraitError(
    {
      code: 'WORKSPACE_NAME_REFUSED',
      message: `A workspace cannot be created at ${path.slice(0, 300)}.`,
      hint: 'Choose a shorter name, and a place that is a folder.',
      details: { path },
    },
    { cause },
  );
}

/** The operating system releases SQLite's locks when a process dies, so a stale lock never remains. */
function acquireLock(path: string): Database.Database {
  const file = join(path, 'workspace.lock');
  if (!existsSync(file)) closeSync(openSync(file, 'a', statSync(databaseFile(path)).mode & 0o666));
  const lock = new Database(file, { timeout: 0 });
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
