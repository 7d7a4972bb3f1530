/** Undoes the first import of a workspace and all later ones, in a separate process that can be killed. */
import { undoJob } from '../../../../electron/engine/ingest/undo/undo-job.ts';
import { openWorkspace } from '../../../../electron/engine/store/workspace.ts';

const workspace = openWorkspace(process.argv[2] ?? '');
const nothing = () => {};
await undoJob(
  { import: 1, andLater: true },
  {
    workspace,
    progress: ({ stage, done }) => process.stdout.write(`${stage} ${done}\n`),
    showLayout: nothing,
    log: nothing,
    saveResumeState: nothing,
    resumeState: {},
    checkCancelled: nothing,
  },
);
process.stdout.write('done\n');
workspace.close();
