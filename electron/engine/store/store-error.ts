import { PortraitError } from '../../../shared/errors.ts';

const errorTexts: Record<string, { message: string; hint: string }> = {
  WORKSPACE_DAMAGED: {
    message: 'The database of the workspace is damaged or does not belong to Portrait.',
    hint: 'Restore the folder from a backup. The copy made before the last upgrade is workspace.db.backup-* in the same folder.',
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
