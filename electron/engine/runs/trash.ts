import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isId } from '../../../shared/contract/ids.ts';
import { folderSize } from '../files/folder-size.ts';
import { jobFolder, modelFolder } from '../store/workspace.ts';
import { trashFolder } from '../store/workspace-folders.ts';

const trashOf = (workspace: string, run: string) => join(trashFolder(workspace), run);
const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

/** Returns the ids of the runs and searches in the trash. */
export const runsInTrash = (workspace: string) => namesIn(trashFolder(workspace)).filter((name) => isId('run', name));

/**
 * Moves the folders of a run and of jobs to a folder of the run in the trash. The folder is created even if the run has
 * no files.
 */
export function moveToTrash(workspace: string, run: string, jobs: readonly string[]): void {
  const trash = trashOf(workspace, run);
  mkdirSync(trash, { recursive: true });
  move(modelFolder(workspace, run), join(trash, 'model'));
  for (const job of jobs) move(join(jobFolder(workspace), job), join(trash, 'jobs', job));
}

/** Moves the folders of a run and of its jobs back from the trash. */
export function restoreFromTrash(workspace: string, run: string): void {
  const trash = trashOf(workspace, run);
  move(join(trash, 'model'), modelFolder(workspace, run));
  for (const job of namesIn(join(trash, 'jobs'))) move(join(trash, 'jobs', job), join(jobFolder(workspace), job));
  removeFromTrash(workspace, run);
}

/**
 * Returns the ids of the runs in the trash whose files have not been deleted. Deletion starts with a rename, so that a
 * partly deleted run is not listed.
 */
const fullRuns = (workspace: string) =>
  runsInTrash(workspace).filter((run) => namesIn(trashOf(workspace, run)).includes('model'));

/** Returns the size of the files in the trash in bytes. */
export const trashSize = (workspace: string): Promise<number> =>
  fullRuns(workspace).length === 0 ? Promise.resolve(0) : folderSize(trashFolder(workspace));

/**
 * Deletes the files of runs in the trash, by default of all runs, which can then no longer be restored. Their folders
 * remain until the workspace is closed, so that their ids are not reused. Returns whether there were any files.
 */
export function emptyTrash(workspace: string, runs = fullRuns(workspace)): boolean {
  const emptied = fullRuns(workspace).filter((run) => runs.includes(run));
  for (const run of emptied) {
    renameSync(join(trashOf(workspace, run), 'model'), removedFiles(workspace, run));
    for (const name of namesIn(removedFiles(workspace, run)))
      rmSync(join(removedFiles(workspace, run), name), { recursive: true, force: true });
  }
  return emptied.length > 0;
}

const removedFiles = (workspace: string, run: string) => join(trashOf(workspace, run), 'removed');

/** Whether the files of a run in the trash have been deleted. */
export const isEmptied = (workspace: string, run: string) => existsSync(removedFiles(workspace, run));

/** Permanently deletes the files of a run in the trash. */
export function removeFromTrash(workspace: string, run: string): void {
  rmSync(trashOf(workspace, run), { recursive: true, force: true });
}

/** Moves a folder. Does nothing if the folder does not exist or the destination does. */
function move(from: string, to: string): void {
  if (!existsSync(from) || existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}
