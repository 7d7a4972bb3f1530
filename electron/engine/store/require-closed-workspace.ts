import { existsSync, lstatSync } from 'node:fs';
import Database from 'better-sqlite3';
import { PortraitError } from '../../../shared/errors.ts';
import { checkDatabase } from './migrate.ts';
import { storeError, workspaceNotFound } from './store-error.ts';
import { databaseFile } from './workspace-folders.ts';
import { lockWorkspace } from './workspace-lock.ts';

/**
 * Throws unless a folder is a workspace, not a link, that no process has open: WORKSPACE_NOT_FOUND, WORKSPACE_IS_LINK,
 * WORKSPACE_HAS_LINKS, WORKSPACE_IN_USE, NOT_A_WORKSPACE, WORKSPACE_NEWER and WORKSPACE_DAMAGED.
 */
export function requireClosedWorkspace(folder: string): void {
  if (!existsSync(databaseFile(folder))) throw workspaceNotFound(folder);
  if (!lstatSync(folder).isDirectory()) throw workspaceIsLink(folder);
  try {
    const lock = lockWorkspace(folder);
    try {
      const db = new Database(databaseFile(folder), { fileMustExist: true });
      try {
        checkDatabase(db, databaseFile(folder));
      } finally {
        db.close();
      }
    } finally {
      lock.close();
    }
  } catch (error) {
    throw storeError(error, folder);
  }
}

function workspaceIsLink(path: string): PortraitError {
  return new PortraitError({
    code: 'WORKSPACE_IS_LINK',
    message: `${path} is a link to a workspace elsewhere.`,
    hint: 'Rename or delete the folder that it leads to.',
    details: { path },
  });
}
