import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { JobFunction } from '../jobs/context.ts';
import { deleteOldBackups } from '../store/backups/delete-old-backups.ts';
import { backUp } from '../store/backups/make-backup.ts';

/** Throws DISK_FULL. */
export const backupJob: JobFunction<Parsed<'workspace.backUp'>, Output<'workspace.backUp'>> = async (
  { reason },
  context,
) => {
  const backup = await backUp(context.workspace, reason, (done, total) => {
    context.checkCancelled();
    context.progress({ stage: 'workspace.backUp', done, total, unit: 'bytes' });
  });
  deleteOldBackups(context.workspace.path);
  return { backup };
};
