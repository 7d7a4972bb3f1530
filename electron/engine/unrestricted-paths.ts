import { resolve } from 'node:path';
import type { FileAccess } from './files/file-access.ts';
import { requireOutsideWorkspace, requirePortableName } from './files/require-writable-place.ts';

/**
 * Access for the command line: all paths are allowed, since the user types them, except that exports do not replace the
 * files of the workspace.
 */
export function unrestrictedPaths(home: string): FileAccess {
  return {
    home,
    resolveReadable: (reference) => resolve(reference),
    resolveWritable(reference, exportFolder) {
      const path = resolve(reference);
      requirePortableName(path);
      requireOutsideWorkspace(path, exportFolder);
      return path;
    },
    resolveWorkspace: (reference) => resolve(reference),
  };
}
