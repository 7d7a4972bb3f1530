/** `node run-job.ts WORKSPACE METHOD INPUT`: opens the workspace, runs one job, prints its stages and progress. */
import { dirname } from 'node:path';
import { Engine } from '../../electron/engine/engine.ts';
import { typedPaths } from '../../electron/engine/files.ts';

const [workspace = '', method = '', input = '{}'] = process.argv.slice(2);
const engine = new Engine(typedPaths(dirname(workspace)));
await engine.call('workspace.open', { path: workspace });
await new Promise<void>((resolve) => {
  engine.onEvent((event) => {
    if (event.type !== 'job') return;
    const { progress, state } = event.job;
    if (progress)
      process.stdout.write(
        `${progress.stage} ${progress.done} ${progress.total} ${JSON.stringify(progress.figures ?? {})}\n`,
      );
    if (state === 'done' || state === 'failed') resolve();
  });
  void engine.call(method, JSON.parse(input));
});
await engine.close();
