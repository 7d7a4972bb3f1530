import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PortraitError } from '../../../shared/errors.ts';

const RESTORE =
  'Restore the folder from a backup. The copy made before the last upgrade is workspace.db.backup-* in the same folder.';

const errorTexts: Record<string, { message: string; hint: string }> = {
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
};

/** Returns WORKSPACE_DAMAGED; `problem` is a phrase that says what is damaged. */
export function damagedWorkspace(
  problem: string,
  details: Readonly<Record<string, string>>,
  cause?: unknown,
): PortraitError {
  return new PortraitError(
    {
      code: 'WORKSPACE_DAMAGED',
      message: `The workspace is damaged: ${problem}.`,
      hint: RESTORE,
      details: { ...details, reason: problem },
    },
    { cause },
  );
}

export function workspaceMoved(path: string): PortraitError {
  return new PortraitError({ code: 'WORKSPACE_MOVED', ...errorTexts.WORKSPACE_MOVED!, details: { path } });
}

/** Whether the database of a workspace, which was there when it was opened, is no longer at its path. */
const isGone = (path: string) => path !== '' && !existsSync(join(path, 'workspace.db'));

/** Maps an error of SQLite or of the file system to an error code; null for unexpected errors. */
function codeOf(error: unknown, path: string): string | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  const { message } = error;
  const code = String(error.code);
  if (/^(ENOENT|SQLITE_CANTOPEN|SQLITE_READONLY_DBMOVED|SQLITE_IOERR)/.test(code) && isGone(path))
    return 'WORKSPACE_MOVED';
  if (/^(SQLITE_NOTADB|SQLITE_CORRUPT)/.test(code)) return 'WORKSPACE_DAMAGED';
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|EACCES|EROFS|EPERM)/.test(code)) return 'WORKSPACE_READ_ONLY';
  if (
    /^SQLITE_(ERROR|MISMATCH)$/.test(code) &&
    /^(no such (table|column)|datatype mismatch|malformed JSON)/.test(message)
  )
    return 'WORKSPACE_DAMAGED';
  if (/^(SQLITE_BUSY|SQLITE_LOCKED)/.test(code)) return 'WORKSPACE_IN_USE';
  if (/^(SQLITE_FULL|ENOSPC)/.test(code)) return 'DISK_FULL';
  return null;
}

/**
 * Converts an error of SQLite or of the file system to a PortraitError with a code, a message and a hint; returns any
 * other error unchanged. `path` is the workspace's; empty if none is open.
 */
export function storeError(error: unknown, path: string): unknown {
  if (error instanceof PortraitError) return error;
  const code = codeOf(error, path);
  return code ? new PortraitError({ code, ...errorTexts[code]!, details: { path } }, { cause: error }) : error;
}
