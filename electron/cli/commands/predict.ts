import type { Command } from 'commander';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { count } from '../text.ts';
import { addCommand } from './command.ts';
import { newestPrediction } from './predictions.ts';

interface Options extends CommonOptions {
  prediction?: string;
  stored?: true;
  out?: string;
  force?: true;
}

export function addPredict(program: Command): void {
  addCommand(program, 'predict <workspace>', 'score all users with a prediction and export a CSV file')
    .option('--prediction <run>', 'run of the prediction (default: the newest)')
    .option('--stored', 'export the stored scores instead of scoring the current data')
    .option('--out <file>', 'output file (default: in the workspace’s exports folder)')
    .option('--force', 'replace a file that is not an earlier export of the same thing')
    .action((workspace: string, options: Options) =>
      runInWorkspace(workspace, options, async (session) => {
        const destination = {
          ...(options.out === undefined ? {} : { out: options.out }),
          replace: options.force ?? false,
        };
        const run = options.prediction ?? (await newestPrediction(session));
        if (!options.stored) await session.run('prediction.score', { run });
        const exported = await session.client.call('prediction.export', { run, ...destination });
        return {
          json: { ...exported },
          text: `Wrote ${count(exported.rows)} rows to ${exported.file}\nsha256 ${exported.sha256}`,
        };
      }),
    );
}
