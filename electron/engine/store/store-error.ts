import { PortraitError } from '../../../shared/errors.ts';

const errorTexts: Record<string, { message: string; hint: string }> = {
  WORKSPACE_DAMAGED: {
    message: 'The workspace’s database is damaged or is not one of Portrait’s.',
    hint: 'Restore the folder from a backup; a copy made before the last upgrade lies beside it as workspace.db.backup-*.',
  },
  WORKSPACE_READ_ONLY: {
    message: 'The workspace cannot be written to.',
    hint: 'Check the folder’s permissions and that its disk is not mounted read-only, or copy it to another place.',
  },
  WORKSPACE_IN_USE: {
    message: 'The workspace is open in another window or terminal.',
    hint: 'Close it there, or wait until the other command has ended.',
  },
  DISK_FULL: {
    message: 'The disk is full.',
    hint: 'Make room and try again: the workspace is as it was before.',
  },
};

/** Maps an error of SQLite or of the file system to an error code; null for unexpected errors. */
function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(SQLITE_NOTADB|SQLITE_CORRUPT)/.test(code)) return 'WORKSPACE_DAMAGED';
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|EACCES|EROFS|EPERM)/.test(code)) return 'WORKSPACE_READ_ONLY';
  if (/^(SQLITE_BUSY|SQLITE_LOCKED)/.test(code)) return 'WORKSPACE_IN_USE';
  if (/^(SQLITE_FULL|ENOSPC)/.test(code)) return 'DISK_FULL';
  return null;
}

/**
 * Converts an error of SQLite or of the file system to a PortraitError with a code, a message and a hint; returns any
 * other error unchanged.
 */
export function storeError(error: unknown, path: string): unknown {
  if (error instanceof PortraitError) return error;
  const code = codeOf(error);
  return code ? new PortraitError({ code, ...errorTexts[code]!, details: { path } }, { cause: error }) : error;
}
