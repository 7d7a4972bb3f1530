import { rmSync } from 'node:fs';
import type { JobManager } from '../jobs/manager.ts';
import { removeDeletedBriefs } from '../store/briefs/briefs.ts';
import {
  deletedRuns,
  markRunDeleted,
  type RunDeletion,
  removeDeletedRuns,
  restoreRun,
} from '../store/models/change-runs.ts';
import { runNotFound } from '../store/models/run-not-found.ts';
import type { Workspace } from '../store/workspace.ts';
import { trashFolder } from '../store/workspace-folders.ts';
import { isEmptied, moveToTrash, removeFromTrash, restoreFromTrash, runsInTrash } from './trash.ts';

/**
 * Deletes a run or a search and the records of its jobs. The files are moved to the trash and the rows are marked, so
 * that it can be restored until the workspace is closed. The rows are marked last: if a step fails before, the files
 * are moved back.
 */
export function deleteRun({ db, path }: Workspace, run: string, jobs: JobManager): RunDeletion {
  try {
    moveToTrash(path, run, jobs.hideReferringTo(run));
    return markRunDeleted(db, run);
  } catch (error) {
    restoreFromTrash(path, run);
    jobs.showReferringTo(run);
    throw error;
  }
}

/**
 * Restores a run or a search that was deleted since the workspace was opened. Throws RUN_NOT_FOUND for any other, and if
 * its files have been deleted to free space.
 */
export function restoreDeletedRun({ db, path }: Workspace, run: string, jobs: JobManager): void {
  if (isEmptied(path, run) || !restoreRun(db, run)) throw runNotFound(run);
  restoreFromTrash(path, run);
  jobs.showReferringTo(run);
}

/**
 * Permanently removes deleted runs, searches and briefs. Called when a workspace is closed, and when it is opened after
 * a crash. If the deletion or the restoration of a run was interrupted, the run is in the trash but not marked as
 * deleted; its files are moved back.
 */
export function finishDeletions({ db, path }: Workspace): void {
  const deleted = new Set(deletedRuns(db));
  for (const run of runsInTrash(path)) {
    if (deleted.has(run)) removeFromTrash(path, run);
    else restoreFromTrash(path, run);
  }
  removeDeletedRuns(db);
  removeDeletedBriefs(db);
  rmSync(trashFolder(path), { recursive: true, force: true });
}
