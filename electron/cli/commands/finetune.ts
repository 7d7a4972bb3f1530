import { type Command, InvalidArgumentError } from 'commander';
import type { Input } from '../../../shared/contract/index.ts';
import type { Interval, PredictionSummary } from '../../../shared/contract/prediction.ts';
import { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import { isoDay } from '../../../shared/domain/time/local-time.ts';
import { type TimeZone, timeZone } from '../../../shared/domain/time/time-zone.ts';
import { type CommonOptions, type Result, runInWorkspace } from '../result.ts';
import type { Session } from '../session.ts';
import { addSet, validateSettings } from '../settings.ts';
import { count, duration, measure, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';

type Target = Input<'prediction.train'>['target'];
type CatalogueLevel = 'category' | 'brand' | 'item';

interface Options extends CommonOptions {
  attribute?: string;
  as: 'classes' | 'labels' | 'number';
  bands?: number[];
  separator?: string;
  buys?: { of: CatalogueLevel; names: string[] };
  returns?: boolean;
  spend?: boolean;
  next?: CatalogueLevel;
  days?: number;
  action?: string[];
  run?: string;
  fresh?: boolean;
  set: Record<string, unknown>;
}

export function addFinetune(program: Command): void {
  const command = addCommand(
    program,
    'finetune <workspace>',
    'fine-tune a model to predict something about users, and score them all',
  )
    .option('--attribute <name>', 'predict an attribute, such as gender')
    .option('--as <kind>', 'how to treat the attribute: classes, labels or number', parseKind, 'classes')
    .option('--bands <numbers>', 'bin a numeric attribute at these lower bounds: 25,35,45', parseNumbers)
    .option('--separator <text>', 'delimiter between the labels of a user')
    .option(
      '--buys <things>',
      'predict who buys: category=Phones, brand=Sony or item=123; separate several by commas',
      parseBuys,
    )
    .option('--returns', 'predict who returns')
    .option('--spend', 'predict how much users spend')
    .option('--next <things>', 'predict the next category, brand or item of users', parseLevel)
    .option('--days <n>', 'prediction window in days', wholeNumber)
    .option('--action <name>', 'action that counts (repeatable; default: purchases)', collect)
    .option('--run <run>', 'run to start from (default: the newest)')
    .option('--fresh', 'start from random weights');
  addSet(command, Object.keys(FinetuneConfig.shape));
  command.action((workspace: string, options: Options) => {
    const target = parseTarget(options);
    if (!target) return command.error(`error: ${TARGET_USAGE}`);
    return runInWorkspace(workspace, options, (session) => finetune(session, options, target));
  });
}

async function finetune(session: Session, options: Options, target: Target): Promise<Result> {
  const run = options.fresh ? null : await session.resolveRun(options.run);
  const summary = await session.run('prediction.train', {
    run,
    target,
    config: validateSettings(FinetuneConfig, options.set),
  });
  return { json: { ...summary }, text: describePrediction(summary, timeZone((await session.info()).eventZone)) };
}

function parseTarget(options: Options): Target | null {
  const { attribute, as, bands, separator, buys, returns, spend, next, days, action } = options;
  const targets = [attribute, buys, returns, spend, next].filter((way) => way !== undefined);
  if (targets.length !== 1) return null;
  if (attribute !== undefined) {
    return { kind: 'attribute', attribute, as, ...(bands ? { bands } : {}), ...(separator ? { separator } : {}) };
  }
  if (days === undefined) return null;
  const actions = action ? { actions: action } : {};
  if (buys) return { kind: 'buys', ...buys, days, ...actions };
  if (next) return { kind: 'next', of: next, days, ...actions };
  return returns ? { kind: 'returns', days } : { kind: 'spend', days, ...actions };
}

const TARGET_USAGE =
  'specify exactly one of --attribute, --buys, --returns, --spend and --next; the last four need --days';
const VERDICTS = {
  better: 'The model beats the linear model on counts.',
  maybe: 'The difference between the model and the linear model on counts is not significant.',
  no: 'The linear model on counts beats the model.',
} as const;

export function describePrediction(summary: PredictionSummary, zone: TimeZone): string {
  const { run, parent, metric, model, linear, base, difference, users, scored, pretrainedUntil, seconds } = summary;
  const row = (name: string, { value, low, high }: Interval) => [
    name,
    measure(value),
    `${measure(low)} to ${measure(high)}`,
  ];
  const pretraining =
    pretrainedUntil === null ? '' : `, pre-trained again on events before ${isoDay(zone, pretrainedUntil)}`;
  return paragraphs(
    `Trained ${run} from ${parent ?? 'random weights'}${pretraining}, in ${duration(seconds)}: evaluated on ${count(users)} users, ${count(scored)} scored`,
    table(
      [
        row('model', model),
        row('linear model on counts', linear),
        row('base rate', base),
        row('difference', difference),
      ],
      [metric, '', '95 % interval'],
    ),
    VERDICTS[summary.verdict],
  );
}

function parseKind(text: string): Options['as'] {
  if (text === 'classes' || text === 'labels' || text === 'number') return text;
  throw new InvalidArgumentError('Choose classes, labels or number.');
}

function parseLevel(text: string): CatalogueLevel {
  if (text === 'category' || text === 'brand' || text === 'item') return text;
  throw new InvalidArgumentError('Choose category, brand or item.');
}

function parseBuys(text: string): Options['buys'] {
  const [, of = '', names = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  return { of: parseLevel(of), names: names.split(',').map((name) => name.trim()) };
}

function parseNumbers(text: string): number[] {
  const bounds = text.split(',').map(Number);
  if (bounds.every(Number.isFinite)) return bounds;
  throw new InvalidArgumentError('Use numbers separated by commas, such as 25,35,45.');
}

function wholeNumber(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days > 0) return days;
  throw new InvalidArgumentError('Must be a positive whole number.');
}

const collect = (name: string, before: string[] = []): string[] => [...before, name];
