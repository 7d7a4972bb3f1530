import { type Command, Option } from 'commander';
import type { Input } from '../../../shared/contract/index.ts';
import { EvaluationInput } from '../../../shared/contract/train.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { addCommand } from './command.ts';
import { describeEvaluation } from './evaluation-text.ts';
import { numberParser } from './number-option.ts';

type Options = CommonOptions & Partial<Input<'train.evaluate'>>;

export function addEvaluate(program: Command): void {
  const { shape } = EvaluationInput;
  addCommand(program, 'evaluate <workspace>', 'evaluate a model and five baselines on each user’s held-out next item')
    .option('--run <run>', 'run to evaluate (default: the newest)')
    .addOption(new Option('--ranked <items>', 'items to rank: those new to the user, or all').choices(['new', 'all']))
    .option('--users <number>', 'maximum number of users', numberParser(shape.users))
    .option('--baseline-seconds <number>', 'time limit of each baseline', numberParser(shape.baselineSeconds))
    .action((workspace: string, { json, run, ...options }: Options) =>
      runInWorkspace(workspace, { json }, async (session) => {
        const evaluation = await session.run('train.evaluate', { run: await session.resolveRun(run), ...options });
        return { json: { ...evaluation }, text: describeEvaluation(evaluation) };
      }),
    );
}
