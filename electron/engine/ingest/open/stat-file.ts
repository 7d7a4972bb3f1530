import { accessSync, constants, type Stats, statSync } from 'node:fs';
import { fileError, unreadable } from '../detect/file-start.ts';

/** Returns the status of a readable file. Throws FILE_NOT_FOUND and FILE_UNREADABLE. */
export function statFile(file: string): Stats {
  try {
    const stats = statSync(file);
    accessSync(file, constants.R_OK);
    if (stats.isFile()) return stats;
  } catch (error) {
    throw fileError(error, file);
  }
  throw unreadable(file, 'not-a-file');
}
