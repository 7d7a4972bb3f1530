import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { refuseLinks } from './refuse-links.ts';

/**
 * Locks a workspace for this process until `close` is called. Throws WORKSPACE_HAS_LINKS, and SQLITE_BUSY if another
 * process has locked it. The operating system releases SQLite's locks when a process dies, so a stale lock never remains.
 */
export function lockWorkspace(path: string): { close(): void } {
  refuseLinks(path);
  const file = join(path, 'workspace.lock');
  if (!existsSync(file)) closeSync(openSync(file, 'a', statSync(path).mode & 0o666));
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
