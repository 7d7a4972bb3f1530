import type { Command } from 'commander';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { count } from '../text.ts';
import { addCommand } from './command.ts';
import { newestPrediction } from './predictions.ts';

interface Options extends CommonOptions {
  run?: string;
  out?: string;
  again?: true;
}

export function addScores(program: Command): void {
  addCommand(program, 'scores <workspace>', 'export the scores of a prediction as a CSV file')
    .option('--run <run>', 'run of the prediction (default: the newest)')
    .option('--again', 'score all users again first, on the current data')
    .option('--out <file>', 'output file (default: in the workspace’s exports folder)')
    .action((workspace: string, options: Options) =>
      runInWorkspace(workspace, options, async (session) => {
        const destination = options.out === undefined ? {} : { out: options.out };
        const run = options.run ?? (await newestPrediction(session));
        if (options.again) await session.run('finetune.score', { run });
        const exported = await session.client.call('finetune.export', { run, ...destination });
        return {
          json: { ...exported },
          text: `Wrote ${count(exported.rows)} rows to ${exported.file}\nsha256 ${exported.sha256}`,
        };
      }),
    );
}
