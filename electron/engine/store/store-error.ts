import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PortraitError } from '../../../shared/errors.ts';

const RESTORE =
  'Restore a backup with "portrait restore"; "portrait doctor" says what is damaged and repairs what it can.';

const errorTexts = {
  WORKSPACE_DAMAGED: {
    message: 'The database of the workspace is damaged or does not belong to Portrait.',
    hint: RESTORE,
  },
  WORKSPACE_MOVED: {
    message: 'The workspace is no longer where it was opened.',
    hint: 'Move its folder back, or open it at its new place. Nothing has been lost.',
  },
  WORKSPACE_READ_ONLY: {
    message: 'The workspace is not writable.',
    hint: 'Check the permissions of the folder and that its disk is not read-only, or copy it to another location.',
  },
  WORKSPACE_IN_USE: {
    message: 'The workspace is open in another window or terminal.',
    hint: 'Close it there, or wait until the other command ends.',
  },
  DISK_FULL: {
    message: 'The disk is full.',
    hint: 'Free up disk space and try again. The workspace is unchanged.',
  },
  DISK_ERROR: {
    message: 'The disk of the workspace cannot be read or written.',
    hint: 'Check the disk or the connection to it, and try again.',
  },
} satisfies Readonly<Record<string, { message: string; hint: string }>>;

/** What is damaged: `path` is that of the workspace or of its database; empty for a value that the database holds. */
interface Damage {
  readonly variant: keyof typeof damages;
  readonly path?: string;
  /** Name of a subfolder. */
  readonly name?: string;
  /** Phrase for the English message that says what is wrong. */
  readonly problem?: string;
}

const damages = {
  schema: ({ problem }: Damage) => problem,
  value: ({ problem }: Damage) => problem,
  missing: () => 'workspace.db is missing',
  empty: () => 'workspace.db is empty',
  folder: ({ name }: Damage) => `${name} is not a folder`,
};

/** Returns WORKSPACE_DAMAGED. */
export function damagedWorkspace(damage: Damage, cause?: unknown): PortraitError {
  const { variant, path = null, name = null } = damage;
  return new PortraitError(
    {
      code: 'WORKSPACE_DAMAGED',
      message: `The workspace is damaged: ${damages[variant](damage)}.`,
      hint: RESTORE,
      details: { variant, path, name },
    },
    { cause },
  );
}

export function workspaceNotFound(path: string): PortraitError {
  return new PortraitError({
    code: 'WORKSPACE_NOT_FOUND',
    message: `There is no workspace at ${path}.`,
    hint: 'Check the path, or create a new workspace.',
    details: { path },
  });
}

export function workspaceExists(path: string): PortraitError {
  return new PortraitError({
    code: 'WORKSPACE_EXISTS',
    message: `A workspace already exists at ${path}.`,
    hint: 'Open it, or choose another name.',
    details: { path },
  });
}

export function workspaceMoved(path: string): PortraitError {
  return new PortraitError({ code: 'WORKSPACE_MOVED', ...errorTexts.WORKSPACE_MOVED, details: { path } });
}

/** Whether the database of a workspace, which was there when it was opened, is no longer at its path. */
const isGone = (path: string) => path !== '' && !existsSync(join(path, 'workspace.db'));

/** Maps an error of SQLite or of the file system to an error code; null for unexpected errors. */
function codeOf(error: unknown, path: string): keyof typeof errorTexts | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  const { message } = error;
  const code = String(error.code);
  if (/^(ENOENT|SQLITE_CANTOPEN|SQLITE_READONLY_DBMOVED|SQLITE_IOERR)/.test(code) && isGone(path))
    return 'WORKSPACE_MOVED';
  // A foreign key fails where rows refer to users or runs that are gone.
  if (/^(SQLITE_NOTADB|SQLITE_CORRUPT|SQLITE_CONSTRAINT_FOREIGNKEY)/.test(code)) return 'WORKSPACE_DAMAGED';
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|EACCES|EROFS|EPERM)/.test(code)) return 'WORKSPACE_READ_ONLY';
  // SQLite has no code for a missing table or column; it does not translate its messages.
  if (
    /^SQLITE_(ERROR|MISMATCH)$/.test(code) &&
    /^(no such (table|column)|datatype mismatch|malformed JSON)/.test(message)
  )
    return 'WORKSPACE_DAMAGED';
  if (/^(SQLITE_BUSY|SQLITE_LOCKED)/.test(code)) return 'WORKSPACE_IN_USE';
  // SQLITE_IOERR_SHMSIZE: the index of the write-ahead log, 32 KiB, cannot be enlarged.
  if (/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC)/.test(code)) return 'DISK_FULL';
  if (/^(SQLITE_IOERR|EIO$)/.test(code)) return 'DISK_ERROR';
  return null;
}

/**
 * Converts an error of SQLite or of the file system to a PortraitError with a code, a message and a hint; returns any
 * other error unchanged. `path` is the workspace's; empty if none is open.
 */
export function storeError(error: unknown, path: string): unknown {
  if (error instanceof PortraitError) return error;
  const code = codeOf(error, path);
  return code ? new PortraitError({ code, ...errorTexts[code], details: { path } }, { cause: error }) : error;
}
