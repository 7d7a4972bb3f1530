import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { BackupReason } from '../../../../shared/contract/backups.ts';
import { backupsFolder, databaseFile, modelsFolder } from '../workspace-folders.ts';
import { newBackupName } from './backup-names.ts';
import { linkFiles } from './link-files.ts';

/** Number of pages copied at a time; the event loop runs in between. */
const PAGES = 500;

/**
 * Backs up a workspace while it is in use: copies the current state of the database, and hard-links the models.
 * `onProgress` receives the copied and the total number of bytes; it may throw to abort. Returns the name of the
 * backup. A backup is either complete or absent, even if the process is killed.
 */
export async function backUp(
  { db, path }: { readonly db: Database; readonly path: string },
  reason: BackupReason,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<string> {
  const pageSize = Number(db.pragma('page_size', { simple: true }));
  const draft = startDraft(path, reason);
  try {
    draft.linkModels();
    // In a read transaction, the copy does not restart when another connection writes.
    db.exec('BEGIN');
    try {
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
      await db.backup(draft.database, {
        progress({ totalPages, remainingPages }) {
          onProgress((totalPages - remainingPages) * pageSize, totalPages * pageSize);
          return PAGES;
        },
      });
    } finally {
      db.exec('COMMIT');
    }
    // Include models of runs that were saved during the copy.
    draft.linkModels();
    return draft.publish();
  } finally {
    draft.discard();
  }
}

/** Like `backUp`, but synchronous. */
export function backUpAtOnce(db: Database, path: string, reason: BackupReason): string {
  const draft = startDraft(path, reason);
  try {
    draft.linkModels();
    db.prepare('VACUUM INTO ?').run(draft.database);
    return draft.publish();
  } finally {
    draft.discard();
  }
}

/** A backup in progress, under a temporary name. */
export interface BackupDraft {
  /** Path for the copy of the database. */
  readonly database: string;
  linkModels(): void;
  /** Flushes the database to disk, renames the draft to the backup's name and returns the name. */
  publish(): string;
  /** Deletes the draft unless it has been published. */
  discard(): void;
}

export function startDraft(workspace: string, reason: BackupReason): BackupDraft {
  const folder = backupsFolder(workspace);
  const { mode } = statSync(workspace);
  if (!existsSync(folder)) mkdirSync(folder, { mode: mode & 0o777 });
  const name = newBackupName(folder, reason);
  const draft = join(folder, `.${name}.partial`);
  mkdirSync(draft, { mode: mode & 0o777 });
  const database = databaseFile(draft);
  return {
    database,
    linkModels: () => {
      if (existsSync(modelsFolder(workspace))) linkFiles(modelsFolder(workspace), modelsFolder(draft));
    },
    publish() {
      if (existsSync(database)) flush(database);
      renameSync(draft, join(folder, name));
      return name;
    },
    discard: () => rmSync(draft, { recursive: true, force: true }),
  };
}

/** Deletes the drafts of interrupted backups. */
export function deleteBackupDrafts(workspace: string): void {
  const folder = backupsFolder(workspace);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (/^\..*\.partial$/.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Flushes a file to disk. */
export function flush(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
