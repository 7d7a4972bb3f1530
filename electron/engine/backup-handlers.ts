import { existsSync } from 'node:fs';
import type { Handlers } from '../../shared/contract/handlers.ts';
import { isActive } from '../../shared/contract/jobs.ts';
import { PortraitError } from '../../shared/errors.ts';
import type { EngineContext } from './engine-context.ts';
import { checkClosed } from './maintenance/check-closed.ts';
import { backupSchedule, setBackupSchedule } from './store/backups/backup-schedule.ts';
import { sizedBackups } from './store/backups/backup-sizes.ts';
import { restoreBackup } from './store/backups/restore-backup.ts';
import { storeError, workspaceNotFound } from './store/store-error.ts';
import { openWorkspace } from './store/workspace.ts';

export const backupHandlers = {
  'workspace.backups': (place, context) => {
    const path = folderOf(place, context);
    const backups = sizedBackups(path).map(({ name, time, reason, bytes }) => ({ name, time, reason, bytes }));
    return { path, backups };
  },
  'workspace.restore': async ({ backup, ...place }, context) => {
    const path = folderOf(place, context);
    const isOpen = context.hasWorkspace() && context.workspace().path === path;
    if (isOpen) {
      refuseWhileBusy(context);
      await context.close();
    }
    try {
      return { path, saved: await restoreBackup(path, backup) };
    } catch (error) {
      throw storeError(error, path);
    } finally {
      if (isOpen) await context.use(path, openWorkspace);
    }
  },
  'workspace.checkClosed': ({ path, repair }, context) => checkClosed(context.files.resolveWorkspace(path), repair),
  'workspace.backupSchedule': (_input, context) => ({ schedule: backupSchedule(context.workspace().db) }),
  'workspace.setBackupSchedule': ({ schedule }, context) => {
    setBackupSchedule(context.workspace().db, schedule);
    context.changed();
    return {};
  },
} satisfies Partial<Handlers<EngineContext>>;

/** Returns the folder of a workspace, by default the open one. Throws WORKSPACE_NOT_FOUND if there is none. */
function folderOf({ path }: { readonly path?: string }, context: EngineContext): string {
  if (path === undefined) return context.workspace().path;
  const folder = context.files.resolveWorkspace(path);
  if (!existsSync(folder)) throw workspaceNotFound(folder);
  return folder;
}

function refuseWhileBusy(context: EngineContext): void {
  const job = context.jobs().list().find(isActive);
  if (!job) return;
  throw new PortraitError({
    code: 'WORKSPACE_BUSY',
    message: `A backup cannot be restored while a job is running (${job.id}, ${job.kind}).`,
    hint: 'Wait until the job ends, or cancel it.',
    details: { job: job.id },
  });
}
