/** Imports the files named on the command line into a workspace, in a process of its own that can be killed. */
import { importJob } from '../../../electron/engine/ingest/import-job.ts';
import { openWorkspace } from '../../../electron/engine/store/workspace.ts';

const [path = '', ...files] = process.argv.slice(2);
const workspace = openWorkspace(path);
const nothing = () => {};
await importJob(
  { files: files.map((file) => ({ file })) },
  {
    workspace,
    progress: ({ stage }) => process.stdout.write(`${stage}\n`),
    log: nothing,
    remember: nothing,
    remembered: {},
    checkCancelled: nothing,
  },
);
workspace.close();
