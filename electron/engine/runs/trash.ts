import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isId } from '../../../shared/contract/ids.ts';
import { jobFolder, modelFolder } from '../store/workspace.ts';
import { trashFolder } from '../store/workspace-folders.ts';

const trashOf = (workspace: string, run: string) => join(trashFolder(workspace), run);
const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

/** Ids of the runs and searches in the trash. */
export const trashedRuns = (workspace: string) => namesIn(trashFolder(workspace)).filter((name) => isId('run', name));

/** Moves the folder of a run, if it has one, and those of jobs into the trash, where the run has a folder in any case. */
export function moveToTrash(workspace: string, run: string, jobs: readonly string[]): void {
  const trash = trashOf(workspace, run);
  mkdirSync(trash, { recursive: true });
  move(modelFolder(workspace, run), join(trash, 'model'));
  for (const job of jobs) move(join(jobFolder(workspace), job), join(trash, 'jobs', job));
}

/** Moves the folders of a run and of its jobs from the trash to where they were. */
export function putBack(workspace: string, run: string): void {
  const trash = trashOf(workspace, run);
  move(join(trash, 'model'), modelFolder(workspace, run));
  for (const job of namesIn(join(trash, 'jobs'))) move(join(trash, 'jobs', job), join(jobFolder(workspace), job));
  removeFromTrash(workspace, run);
}

/** Deletes the files of a run that are in the trash. */
export function removeFromTrash(workspace: string, run: string): void {
  rmSync(trashOf(workspace, run), { recursive: true, force: true });
}

/** Moves a folder, if it exists and no other one is in its place. */
function move(from: string, to: string): void {
  if (!existsSync(from) || existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}
