import { type Stats, statSync } from 'node:fs';
import { CANCELLED, PortraitError } from '../../../../shared/errors.ts';
import { fileError } from '../detect/file-start.ts';
import { fileChanged } from './file-errors.ts';
import { statFile } from './stat-file.ts';

/**
 * Runs `work` on a file that must not change meanwhile, nor since `before`. Throws FILE_CHANGED if it did, whether or not the work
 * succeeded, and converts file system errors to PortraitErrors.
 */
export async function whileUnchanged<T>(
  file: string,
  work: (before: Stats) => Promise<T>,
  before = statFile(file),
): Promise<T> {
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

/** Throws FILE_NOT_FOUND if the file no longer exists. */
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
