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
import { isEmptied, moveToTrash, putBack, removeFromTrash, trashedRuns } from './trash.ts';

/**
 * Deletes a run or a search, with the records of its jobs: its files are moved into the trash and its rows are marked,
 * so that it can be restored until the workspace is closed. The mark is made last: until then, nothing is deleted.
 */
export function deleteRun({ db, path }: Workspace, run: string, jobs: JobManager): RunDeletion {
  try {
    moveToTrash(path, run, jobs.hideReferringTo(run));
    return markRunDeleted(db, run);
  } catch (error) {
    putBack(path, run);
    jobs.showReferringTo(run);
    throw error;
  }
}

/**
 * Restores a run or a search that was deleted while the workspace was open. Throws RUN_NOT_FOUND for any other, and if
 * its files were deleted to free their space.
 */
export function restoreDeletedRun({ db, path }: Workspace, run: string, jobs: JobManager): void {
  if (isEmptied(path, run) || !restoreRun(db, run)) throw runNotFound(run);
  putBack(path, run);
  jobs.showReferringTo(run);
}

/**
 * Removes what was deleted for good: when a workspace is closed, and when it is opened after its process died. Files in
 * the trash of a run that is not marked as deleted are put back: its deletion or its restoration was interrupted.
 */
export function finishDeletions({ db, path }: Workspace): void {
  const deleted = new Set(deletedRuns(db));
  for (const run of trashedRuns(path)) {
    if (deleted.has(run)) removeFromTrash(path, run);
    else putBack(path, run);
  }
  removeDeletedRuns(db);
  removeDeletedBriefs(db);
  rmSync(trashFolder(path), { recursive: true, force: true });
}
