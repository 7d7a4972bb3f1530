import { resolve } from 'node:path';
import type { FileAccess } from './files/file-access.ts';

/** Access for the command line: all paths are allowed, since the user types them. */
export function unrestrictedPaths(home: string): FileAccess {
  return {
    home,
    resolveReadable: (reference) => resolve(reference),
    resolveWritable: (reference) => resolve(reference),
    resolveWorkspace: (reference) => resolve(reference),
  };
}
