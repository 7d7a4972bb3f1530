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

/** Number of pages that are copied at a time; the event loop runs in between. */
const PAGES = 500;

/**
 * Backs up a workspace while it is used: a copy of the database as it is at this moment, and hard links of the models.
 * `onProgress` receives the copied and the total number of bytes; throws to abort. Returns the name of the backup, which
 * is complete or absent, even if the process is killed.
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
    // Within a read transaction the copy need not start again when another connection writes.
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
    // Models of runs that were saved meanwhile.
    draft.linkModels();
    return draft.publish();
  } finally {
    draft.discard();
  }
}

/** Like `backUp`, without returning to the event loop in between. */
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

/** A backup under a temporary name. */
export interface BackupDraft {
  /** Path for the copy of the database. */
  readonly database: string;
  linkModels(): void;
  /** Flushes the database to disk and gives the backup its name, which is returned. */
  publish(): string;
  /** Deletes the draft if it was not published. */
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

/** Deletes the drafts of backups that were interrupted. */
export function deleteBackupDrafts(workspace: string): void {
  const folder = backupsFolder(workspace);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (/^\..*\.partial$/.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Waits until the content of a file is on disk. */
export function flush(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
