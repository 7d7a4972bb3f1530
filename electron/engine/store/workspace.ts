import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { PortraitError } from '../../../shared/errors.ts';
import { finishRestoration } from './backups/finish-restoration.ts';
import { deleteBackupDrafts } from './backups/make-backup.ts';
import { checkDatabase, migrate } from './migrate.ts';
import { damagedWorkspace, storeError, workspaceExists, workspaceMoved, workspaceNotFound } from './store-error.ts';
import { databaseFile, SUBFOLDERS, temporaryFolder } from './workspace-folders.ts';
import { lockWorkspace } from './workspace-lock.ts';

export {
  databaseFile,
  exportFolder,
  jobFolder,
  modelFolder,
  modelsFolder,
  SUFFIX,
  temporaryFolder,
  workspaceName,
} from './workspace-folders.ts';

/** An open workspace: its folder and a connection to its database. */
export interface Workspace {
  readonly path: string;
  readonly db: Database.Database;
}

/** A workspace that this process has locked exclusively until it is closed. */
export interface OpenWorkspace extends Workspace {
  close(): void;
}

/**
 * Creates the folder with an empty database and opens it. Only the user has access to it. Throws WORKSPACE_EXISTS,
 * WORKSPACE_NAME_REFUSED and the errors of `openWorkspace`.
 */
export function createWorkspace(path: string): OpenWorkspace {
  const folder = resolve(path);
  if (existsSync(databaseFile(folder))) throw workspaceExists(folder);
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
 * WORKSPACE_IN_USE, WORKSPACE_NEWER, WORKSPACE_DAMAGED, WORKSPACE_HAS_LINKS, WORKSPACE_READ_ONLY, DISK_FULL.
 */
export function openWorkspace(path: string): OpenWorkspace {
  const folder = resolve(path);
  if (!existsSync(databaseFile(folder))) throw workspaceNotFound(folder);
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
    const lock = lockWorkspace(path);
    try {
      finishRestoration(path);
      refuseEmptiedDatabase(path);
      const db = connect(path, (unchecked) => checkDatabase(unchecked, databaseFile(path)));
      try {
        migrate(db, databaseFile(path));
        makeSubfolders(path);
        // Left behind if a process was killed.
        rmSync(temporaryFolder(path), { recursive: true, force: true });
        deleteBackupDrafts(path);
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
  return [...SUBFOLDERS, 'backups'].some((name) => hasEntries(join(path, name)));
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

/** Even an administrator, who has permission to write, should not change what was deliberately marked read-only. */
function requireWritable(path: string): void {
  for (const file of [path, databaseFile(path)]) {
    if (!existsSync(file) || (statSync(file).mode & 0o222) !== 0) continue;
    throw Object.assign(new Error(`${file} is read-only`), { code: 'EACCES' });
  }
}
