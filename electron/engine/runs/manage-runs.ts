import { existsSync } from 'node:fs';
import type { Handlers } from '../../../shared/contract/handlers.ts';
import { PortraitError } from '../../../shared/errors.ts';
import type { JobsContext } from '../jobs/manager.ts';
import { renameRun, segmentNamesOfRun } from '../store/models/change-runs.ts';
import { runNotFound } from '../store/models/run-not-found.ts';
import { isRun, requireRun } from '../store/models/runs.ts';
import { modelFolder } from '../store/workspace.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';
import { deleteRun, restoreDeletedRun } from './delete-run.ts';
import { exportRecord } from './export-record.ts';
import { readRecord } from './run-record.ts';
import { emptyTrash, trashSize } from './trash.ts';

/** Whether an id is that of a trial, which is deleted with its search only. */
const isTrial = (run: string) => run.includes('/');

export const manageHandlers = {
  'train.rename': ({ run, title, note }, context) => {
    const { db } = context.workspace();
    requireRun(db, run);
    renameRun(db, run, title, note);
    context.changed();
    return {};
  },
  'train.record': ({ run }, context) => {
    const { db, path } = context.workspace();
    requireRun(db, run);
    return readRecord(path, run);
  },
  'train.exportRecord': ({ run }, context) => ({ file: exportRecord(context.workspace(), run) }),
  'train.delete': ({ run }, context) => {
    const workspace = context.workspace();
    const exists = existsSync(modelFolder(workspace.path, run)) || isRun(workspace.db, run);
    if (isTrial(run) || !exists) throw runNotFound(run);
    refuseRunInUse(run, context);
    const deletion = deleteRun(workspace, run, context.jobs());
    context.changed();
    return deletion;
  },
  'train.restore': ({ run }, context) => {
    restoreDeletedRun(context.workspace(), run, context.jobs());
    context.changed();
    return {};
  },
  'train.trash': async (_input, context) => ({ bytes: await trashSize(context.workspace().path) }),
  'train.emptyTrash': ({ runs }, context) => {
    emptyTrash(context.workspace().path, runs);
    context.changed();
    return {};
  },
} satisfies Partial<Handlers<WorkspaceContext & JobsContext>>;

/** Throws RUN_BUSY and RUN_NEEDED. */
function refuseRunInUse(run: string, context: WorkspaceContext & JobsContext): void {
  const job = context.jobs().openJobReferringTo(run);
  if (job) {
    throw new PortraitError({
      code: 'RUN_BUSY',
      message: `${run} cannot be deleted while a job uses it (${job.id}, ${job.kind}).`,
      hint: 'Wait until the job ends, or cancel it.',
      details: { run, job: job.id },
    });
  }
  const segments = segmentNamesOfRun(context.workspace().db, run);
  if (segments.length === 0) return;
  throw new PortraitError({
    code: 'RUN_NEEDED',
    message: `${run} cannot be deleted, because segments need its maps (${segments.join(', ')}).`,
    hint: 'Delete these segments first.',
    details: { run, segments },
  });
}
