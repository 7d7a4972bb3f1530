import type { Command } from 'commander';
import { answerIn, type Common } from '../result.ts';
import { count } from '../text.ts';
import { addCommand } from './command.ts';
import { newestHead } from './predictions.ts';

interface Options extends Common {
  run?: string;
  out?: string;
  again?: true;
}

export function addScores(program: Command): void {
  addCommand(program, 'scores <workspace>', 'write what a fine-tuned model says of every user as a CSV file')
    .option('--run <run>', 'the fine-tuned run (the newest by default)')
    .option('--again', 'score all users anew first, on what the workspace holds now')
    .option('--out <file>', 'where to (the workspace’s exports folder by default)')
    .action((workspace: string, options: Options) =>
      answerIn(workspace, options, async (session) => {
        const where = options.out === undefined ? {} : { out: options.out };
        const run = options.run ?? (await newestHead(session));
        if (options.again) await session.run('finetune.score', { run });
        const done = await session.client.call('finetune.export', { run, ...where });
        return { json: { ...done }, text: `Wrote ${count(done.rows)} rows to ${done.file}\nsha256 ${done.sha256}` };
      }),
    );
}
