import { openWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { trainJob } from '../../../../electron/engine/train/train-job.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';

/** Trains run-1 of a workspace, or resumes it, and reports each step: `train-child.ts WORKSPACE SETTINGS`. */
const [path = '', settings = ''] = process.argv.slice(2);
const workspace = openWorkspace(path);
const printLine = (text: string) => process.stdout.write(`${text}\n`);
const summary = await trainJob(
  { config: TrainConfig.partial().parse(JSON.parse(settings)) },
  {
    workspace,
    resumeState: { run: 'run-1' },
    saveResumeState: () => {},
    progress: ({ done }) => printLine(`step ${done}`),
    showLayout: () => {},
    log: () => {},
    checkCancelled: () => {},
  },
);
workspace.close();
printLine(`done ${summary.steps}`);
