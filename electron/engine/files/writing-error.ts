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
        hint: 'Make room or choose another place, and try again. Nothing was left behind.',
        details: { file },
      },
      { cause: error },
    );
  }
  if (!/^E[A-Z]+$/.test(code)) return error;
  return new PortraitError(
    {
      code: 'CANNOT_WRITE',
      message: `${file} cannot be written (${code}).`,
      hint: 'Check that its folder exists and that you may write there, or choose another place.',
      details: { file, reason: code },
    },
    { cause: error },
  );
}
