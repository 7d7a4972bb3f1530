import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { constants, copyFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { PortraitError } from '../../../../shared/errors.ts';
import { workspaceNotFound } from '../store-error.ts';
import { databaseFile, modelsFolder, restorationDraft, restorationFolder } from '../workspace-folders.ts';
import { lockWorkspace } from '../workspace-lock.ts';
import { deleteOldBackups } from './delete-old-backups.ts';
import { finishRestoration, LOG_FILES } from './finish-restoration.ts';
import { linkFiles } from './link-files.ts';
import { type StoredBackup, storedBackups } from './list-backups.ts';
import { backUp, flush, startDraft } from './make-backup.ts';

/**
 * Replaces the database and the models of a closed workspace by those of a backup. Backs up the current state first and
 * returns the name of that backup. If the process is killed at any moment, the workspace still opens, in either its
 * current or the restored state. Throws WORKSPACE_NOT_FOUND, BACKUP_NOT_FOUND, DISK_FULL, and SQLITE_BUSY if another
 * process has the workspace open.
 */
export async function restoreBackup(path: string, name: string): Promise<string> {
  if (!existsSync(path)) throw workspaceNotFound(path);
  const backup = storedBackups(path).find((stored) => stored.name === name);
  if (!backup) throw backupNotFound(name);
  const lock = lockWorkspace(path);
  try {
    finishRestoration(path);
    const saved = await savePresentState(path);
    await prepareRestoration(path, backup);
    finishRestoration(path);
    deleteOldBackups(path);
    return saved;
  } finally {
    lock.close();
  }
}

/** Backs up the current state; copies the files of a database that SQLite cannot read. */
async function savePresentState(path: string): Promise<string> {
  try {
    const db = new Database(databaseFile(path), { fileMustExist: true });
    try {
      return await backUp({ db, path }, 'restore');
    } finally {
      db.close();
    }
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return copyPresentState(path);
  }
}

const isUnreadable = (error: unknown) =>
  error instanceof Error && 'code' in error && /^SQLITE_(NOTADB|CORRUPT|CANTOPEN|ERROR)/.test(String(error.code));

async function copyPresentState(path: string): Promise<string> {
  const draft = startDraft(path, 'restore');
  try {
    draft.linkModels();
    for (const ending of ['', ...LOG_FILES]) {
      const file = databaseFile(path) + ending;
      if (existsSync(file)) await copyFile(file, draft.database + ending, constants.COPYFILE_FICLONE);
    }
    return draft.publish();
  } finally {
    draft.discard();
  }
}

/**
 * Copies the files of a backup into the workspace's restoration folder, under a temporary name until they are complete.
 */
async function prepareRestoration(path: string, backup: StoredBackup): Promise<void> {
  const folder = restorationFolder(path);
  const draft = restorationDraft(path);
  try {
    mkdirSync(draft, { mode: statSync(path).mode & 0o777 });
    for (const ending of ['', ...LOG_FILES]) {
      if (!existsSync(backup.database + ending)) continue;
      await copyFile(backup.database + ending, databaseFile(draft) + ending, constants.COPYFILE_FICLONE);
      flush(databaseFile(draft) + ending);
    }
    if (backup.models !== null) {
      mkdirSync(modelsFolder(draft));
      if (existsSync(backup.models)) linkFiles(backup.models, modelsFolder(draft));
    }
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function backupNotFound(name: string): PortraitError {
  return new PortraitError({
    code: 'BACKUP_NOT_FOUND',
    message: `There is no backup ${name.slice(0, 100)}.`,
    hint: 'Choose one from the list of backups.',
    details: { backup: name.slice(0, 100) },
  });
}
