import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Deletes what processes that were killed while they wrote an `AtomicFile` or a checkpoint left in a folder. Does nothing if the folder
 * is missing, or is a link to a folder elsewhere.
 */
export function deleteDrafts(folder: string): void {
  try {
    if (!lstatSync(folder).isDirectory()) return;
    for (const name of readdirSync(folder))
      if (/^\..+\.partial$/.test(name)) rmSync(join(folder, name), { force: true, recursive: true });
  } catch {
    // A draft that cannot be deleted does not keep a workspace from opening.
  }
}
