import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Deletes drafts of files and checkpoints that killed processes left in a folder. Does nothing if the folder is missing
 * or is a link.
 */
export function deleteDrafts(folder: string): void {
  try {
    if (!lstatSync(folder).isDirectory()) return;
    for (const name of readdirSync(folder))
      if (/^\..+\.partial$/.test(name)) rmSync(join(folder, name), { force: true, recursive: true });
  } catch {
    // A draft that cannot be deleted does not prevent the workspace from opening.
  }
}
