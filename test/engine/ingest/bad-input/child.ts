/** Imports a file into a workspace, or undoes its last import, in a separate process that can be killed. */
import { importJob } from '../../../../electron/engine/ingest/import-job.ts';
import { undoJob } from '../../../../electron/engine/ingest/undo/undo-job.ts';
import type { JobContext } from '../../../../electron/engine/jobs/context.ts';
import { openWorkspace } from '../../../../electron/engine/store/workspace.ts';

const [path = '', task = ''] = process.argv.slice(2);
const workspace = openWorkspace(path);
process.stdout.write('opened\n');
const context: JobContext = {
  workspace,
  progress: ({ stage, done, total }) => process.stdout.write(done >= total ? `${stage} done\n` : `${stage}\n`),
  showLayout() {},
  log() {},
  saveResumeState() {},
  resumeState: {},
  checkCancelled() {},
};
if (task === 'undo') {
  const last = workspace.db.prepare<[], number>('SELECT max(id) FROM imports').pluck().get();
  await undoJob({ import: last ?? 0, andLater: false }, context);
} else await importJob({ files: [{ file: task }] }, context);
workspace.close();
process.stdout.write('closed\n');
