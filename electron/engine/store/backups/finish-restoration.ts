import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile, modelsFolder, restorationDraft, restorationFolder } from '../workspace-folders.ts';

/** Suffixes of the files beside a database that hold parts of its content. */
export const LOG_FILES = ['-wal'];

/**
 * Moves the files of a complete restoration into the workspace, and deletes those of an incomplete one. Requires the
 * workspace's lock. If the process is killed meanwhile, the next call completes the work.
 */
export function finishRestoration(path: string): void {
  rmSync(restorationDraft(path), { recursive: true, force: true });
  const folder = restorationFolder(path);
  if (!existsSync(folder)) return;
  if (existsSync(databaseFile(folder))) {
    for (const ending of ['-wal', '-shm']) rmSync(databaseFile(path) + ending, { force: true });
    renameSync(databaseFile(folder), databaseFile(path));
  }
  for (const ending of LOG_FILES)
    if (existsSync(databaseFile(folder) + ending))
      renameSync(databaseFile(folder) + ending, databaseFile(path) + ending);
  if (existsSync(modelsFolder(folder))) {
    const replaced = join(folder, 'replaced');
    if (existsSync(modelsFolder(path))) {
      rmSync(replaced, { recursive: true, force: true });
      renameSync(modelsFolder(path), replaced);
    }
    renameSync(modelsFolder(folder), modelsFolder(path));
  }
  rmSync(folder, { recursive: true, force: true });
}
