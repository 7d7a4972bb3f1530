import { type Stats, statSync } from 'node:fs';
import { CANCELLED, PortraitError } from '../../../../shared/errors.ts';
import { fileError } from '../detect/file-start.ts';
import { fileChanged } from './file-errors.ts';
import { statFile } from './stat-file.ts';

/**
 * Works with a file that must stay as it is meanwhile. Throws FILE_CHANGED where it did not, whatever came of the work, and
 * gives what the file system says a code.
 */
export async function whileUnchanged<T>(file: string, work: (before: Stats) => Promise<T>): Promise<T> {
  const before = statFile(file);
  let result: T;
  try {
    result = await work(before);
  } catch (error) {
    const isCancelled = error instanceof PortraitError && error.code === CANCELLED;
    if (!isCancelled && hasChanged(file, before)) throw fileChanged(file, error);
    throw isAboutFile(error, file) ? fileError(error, file) : error;
  }
  if (hasChanged(file, before)) throw fileChanged(file);
  return result;
}

/** Throws FILE_NOT_FOUND where it is gone. */
function hasChanged(file: string, before: Stats): boolean {
  try {
    const after = statSync(file);
    return after.size !== before.size || after.mtimeMs !== before.mtimeMs || after.ino !== before.ino;
  } catch (error) {
    throw fileError(error, file);
  }
}

function isAboutFile(error: unknown, file: string): boolean {
  return error instanceof Error && 'path' in error && error.path === file;
}
