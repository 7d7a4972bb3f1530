import type { JobContext } from '../../electron/engine/jobs/context.ts';
import type { Workspace } from '../../electron/engine/store/workspace.ts';

const nothing = () => {};

/** Returns the context of a job that reports to nobody and is never cancelled. */
export const silentContext = (workspace: Workspace): JobContext => ({
  workspace,
  resumeState: {},
  progress: nothing,
  showLayout: nothing,
  log: nothing,
  saveResumeState: nothing,
  checkCancelled: nothing,
});
