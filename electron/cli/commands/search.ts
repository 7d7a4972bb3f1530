import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Input } from '../../../shared/contract/index.ts';
import { runs, type Search, SearchMethod } from '../../../shared/contract/runs.ts';
import { SEARCHABLE, type SearchRange } from '../../../shared/domain/search-ranges.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { parseKeyValue, parseValue } from '../settings.ts';
import { count, duration, measure, paragraphs, table } from '../text.ts';
import { addSettings, resolveSettings, type SettingsOptions } from '../train-settings.ts';
import { addCommand } from './command.ts';
import { numberParser } from './number-option.ts';

type Ranges = Record<string, SearchRange>;

interface Options extends CommonOptions, SettingsOptions {
  minutes: number;
  method?: Input<'train.search'>['method'];
  seed?: number;
  try: Ranges;
  resume?: boolean;
}

export function addSearch(program: Command): void {
  const { shape } = runs['train.search'].input;
  const keys = SEARCHABLE.join(', ');
  addSettings(addCommand(program, 'search <workspace>', 'search for good hyperparameters and keep the best model'))
    .option('--minutes <number>', 'time budget', numberParser(shape.minutes), 10)
    .option(
      '--try <key=range>',
      `search space (repeatable): width=32,64 or learningRate=1e-4..1e-2; keys: ${keys}`,
      addRange,
      {},
    )
    .addOption(new Option('--method <name>', 'search algorithm').choices(SearchMethod.options))
    .option('--seed <number>', 'random seed', numberParser(shape.seed))
    .option('--resume', 'resume the last interrupted search')
    .action((workspace: string, options: Options) =>
      runInWorkspace(workspace, options, async (session) => {
        const { minutes, method, seed, try: ranges } = options;
        const config = await resolveSettings(options, session);
        const input = { minutes, ranges, ...(config ? { config } : {}), ...(method ? { method } : {}) };
        const summary = options.resume
          ? await session.resumeLast('train.search')
          : await session.run('train.search', { ...input, ...(seed === undefined ? {} : { seed }) });
        const { searches } = await session.client.call('train.searches', {});
        const search = searches.find((entry) => entry.search === summary.search);
        return { json: { ...summary, ...search }, text: search ? describe(search, summary.seconds) : summary.run };
      }),
    );
}

/**
 * Parses a range: `1e-4..1e-2` is a number in between, sampled log-uniformly if the upper end is at least ten times the
 * lower; `32,64` are values.
 */
function addRange(text: string, previous: Ranges): Ranges {
  const [key, value] = parseKeyValue(text, SEARCHABLE);
  const ends = value.split('..').map(parseValue);
  const [from, to] = ends;
  if (ends.length === 2 && typeof from === 'number' && typeof to === 'number') {
    return { ...previous, [key]: { from, to, log: from > 0 && to >= 10 * from } };
  }
  const values = value.split(',').flatMap((item) => parseValue(item) ?? []);
  if (!values.includes('')) return { ...previous, [key]: { values } };
  throw new InvalidArgumentError(`Use ${key}=FROM..TO, or values separated by commas.`);
}

/** Maximum number of trials shown; the JSON has all of them. */
const TRIALS_SHOWN = 10;

function describe({ trials, run, best }: Search, seconds: number): string {
  const names = Object.keys(trials[0]?.settings ?? {});
  const rows = trials
    .slice(0, TRIALS_SHOWN)
    .map((trial) => [
      `${trial.trial}${trial.trial === best ? ' *' : ''}`,
      ...names.map((name) => String(trial.settings[name] ?? '')),
      count(trial.epochs),
      duration(trial.seconds),
      measure(trial.ndcg10 ?? Number.NaN),
      trial.state,
    ]);
  return paragraphs(
    `${count(trials.length)} trials in ${duration(seconds)}; the best one (*) ${run ? `is saved as ${run}` : 'has been deleted'}`,
    table(rows, ['trial', ...names, 'epochs', 'time', 'NDCG@10', '']),
    'NDCG@10 is measured on the validation set, on which the search selects; "portrait evaluate" uses the hold-out.',
  );
}
