import { type Command, Option } from 'commander';
import type { Input } from '../../../shared/contract/index.ts';
import { ProfileQualityInput } from '../../../shared/contract/profile-quality.ts';
import { EvaluationInput } from '../../../shared/contract/train.ts';
import { type CommonOptions, type Result, runInWorkspace } from '../result.ts';
import type { Session } from '../session.ts';
import { addCommand } from './command.ts';
import { describeEvaluation } from './evaluation-text.ts';
import { numberParser } from './number-option.ts';
import { poolingOption } from './pooling-option.ts';
import { describeProfileQuality } from './profile-quality-text.ts';

interface Options
  extends CommonOptions,
    Partial<Input<'train.evaluate'>>,
    Partial<Pick<Input<'profile.evaluate'>, 'folds' | 'days' | 'seed' | 'pooling'>> {
  profiles?: boolean;
}

export function addEvaluate(program: Command): void {
  const items = EvaluationInput.shape;
  const profiles = ProfileQualityInput.shape;
  addCommand(program, 'evaluate <workspace>', 'evaluate a model and five baselines on each user’s held-out next item')
    .option('--run <run>', 'run to evaluate (default: the newest)')
    .addOption(new Option('--ranked <items>', 'items to rank: those new to the user, or all').choices(['new', 'all']))
    .option('--users <number>', 'maximum number of users', numberParser(items.users))
    .option('--baseline-seconds <number>', 'time limit of each baseline', numberParser(items.baselineSeconds))
    .option('--profiles', 'evaluate the vectors of users instead: what they say about attributes and future behaviour')
    .addOption(poolingOption())
    .option('--folds <number>', 'with --profiles: folds over users', numberParser(profiles.folds))
    .option('--days <number>', 'with --profiles: days of future behaviour', numberParser(profiles.days))
    .option('--seed <number>', 'with --profiles: seed of the folds', numberParser(profiles.seed))
    .action((workspace: string, options: Options) =>
      runInWorkspace(workspace, options, (session) =>
        options.profiles ? evaluateProfiles(options, session) : evaluateItems(options, session),
      ),
    );
}

async function evaluateItems({ run, users, ranked, baselineSeconds }: Options, session: Session): Promise<Result> {
  const evaluation = await session.run('train.evaluate', {
    run: await session.resolveRun(run),
    ...(users !== undefined && { users }),
    ...(ranked !== undefined && { ranked }),
    ...(baselineSeconds !== undefined && { baselineSeconds }),
  });
  return { json: { ...evaluation }, text: describeEvaluation(evaluation) };
}

async function evaluateProfiles(
  { run, users, folds, days, seed, pooling }: Options,
  session: Session,
): Promise<Result> {
  const quality = await session.run('profile.evaluate', {
    run: await session.resolveRun(run),
    ...(users !== undefined && { users }),
    ...(folds !== undefined && { folds }),
    ...(days !== undefined && { days }),
    ...(seed !== undefined && { seed }),
    ...(pooling !== undefined && { pooling }),
  });
  return { json: { ...quality }, text: describeProfileQuality(quality) };
}
