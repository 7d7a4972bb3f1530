import type { CheckReport } from '../../../shared/domain/finding.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { checkWorkspace } from './check-workspace.ts';
import { isRecentlyChanged } from './problem.ts';

type Empty = Readonly<Record<string, never>>;

export const checkJob: JobFunction<Empty, CheckReport> = (_input, context) => check(context, false);

/** Throws DISK_FULL. */
export const repairJob: JobFunction<Empty, CheckReport> = (_input, context) => check(context, true);

function check(context: JobContext, repair: boolean): Promise<CheckReport> {
  return checkWorkspace(context.workspace.path, {
    repair,
    isRecent: isRecentlyChanged,
    onRun(done, total) {
      context.checkCancelled();
      context.progress({ stage: 'workspace.check', done, total, unit: 'runs' });
    },
  });
}
