import type { Command } from 'commander';
import type { Evaluation } from '../../../shared/contract/train.ts';
import { answerIn, type Common } from '../result.ts';
import { count, measure, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';

export function addEvaluate(program: Command): void {
  addCommand(program, 'evaluate <workspace>', 'rank all items for each user’s held-out next one, beside popularity')
    .option('--run <run>', 'the run to evaluate (the newest by default)')
    .action((workspace: string, options: Common & { run?: string }) =>
      answerIn(workspace, options, async (session) => {
        const evaluation = await session.run('train.evaluate', { run: await session.runOr(options.run) });
        return { json: { ...evaluation }, text: describeEvaluation(evaluation) };
      }),
    );
}

export function describeEvaluation({ run, users, candidates, metrics, baselines }: Evaluation): string {
  const rows = Object.entries(metrics).map(([name, value]) => [
    name,
    measure(value),
    ...Object.values(baselines).map((baseline) => measure(baseline[name] ?? Number.NaN)),
  ]);
  return paragraphs(
    `${run}: the next item of ${count(users)} users, ranked among ${count(candidates)}`,
    table(rows, ['', 'model', ...Object.keys(baselines)]),
  );
}
