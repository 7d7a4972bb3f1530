import { PortraitError } from '../../../shared/errors.ts';

/** Converts a file system error to one with a code and a hint; returns any other error unchanged. */
export function writingError(error: unknown, file: string): unknown {
  if (error instanceof PortraitError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code)) {
    return new PortraitError(
      {
        code: 'DISK_FULL',
        message: `The disk is full: ${file} was not written.`,
        hint: 'Free up disk space or choose another location, and try again. No partial file is left.',
        details: { file, variant: 'file' },
      },
      { cause: error },
    );
  }
  if (!/^E[A-Z]+$/.test(code)) return error;
  return new PortraitError(
    {
      code: 'CANNOT_WRITE',
      message: `${file} cannot be written (${code}).`,
      hint: 'Check that the folder exists and is writable, or choose another location.',
      details: { file, errorCode: code },
    },
    { cause: error },
  );
}
