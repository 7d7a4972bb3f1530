import { type Command, Option } from 'commander';
import type { RatingSummary } from '../../../shared/contract/text.ts';
import type { TrainSummary } from '../../../shared/contract/train.ts';
import { QUICK_RATING, textPreset } from '../../../shared/domain/text-presets.ts';
import { TrainPreset } from '../../../shared/domain/train-presets.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { count, duration, measure, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends CommonOptions {
  actions?: string[];
  preset?: TrainPreset;
  wordsOnly?: true;
  rate?: true;
  run?: string;
  resume?: string | true;
}

export function addTexts(program: Command): void {
  addCommand(program, 'texts <workspace>', 'train a model on the workspace’s texts, such as searches and reviews')
    .option('--actions <names...>', 'only the texts of these actions')
    .addOption(
      new Option('--preset <name>', 'a model in a minute or two, or the best (the default)').choices(
        TrainPreset.options,
      ),
    )
    .option(
      '--words-only',
      'read whole words only: less exact, but "portrait model save" can write it for other programs',
    )
    .option('--rate', 'learn which rating goes with a text, beside a regression on its words')
    .option('--run <run>', 'with --rate: a run that reads texts to begin with')
    .option('--resume [run]', 'go on with a training that was interrupted (the last one by default)')
    .action((workspace: string, { actions, preset = 'thorough', wordsOnly, rate, run, resume, ...options }: Options) =>
      runInWorkspace(workspace, options, async (session) => {
        const selection = actions === undefined ? {} : { actions };
        if (rate) {
          const config = preset === 'quick' ? QUICK_RATING : {};
          const summary = await session.run('text.rate', { run: run ?? null, ...selection, config });
          return { json: { ...summary }, text: describeRating(summary) };
        }
        const config = { ...textPreset(preset), ...(wordsOnly ? { fields: ['word' as const] } : {}) };
        const summary =
          resume === true
            ? await session.resumeLast('text.train')
            : await session.run('text.train', { ...selection, config, ...(resume ? { resume } : {}) });
        return { json: { ...summary }, text: describePretraining(summary) };
      }),
    );
}

function describePretraining({ run, events, parameters, seconds, validation }: TrainSummary): string {
  return paragraphs(
    `Trained ${run} on ${count(events)} texts, repeats counted, in ${duration(seconds)}: ${count(parameters)} parameters`,
    table(Object.entries(validation).map(([name, value]) => [`${name} of hidden words`, measure(value)])),
  );
}

const VERDICTS = {
  better: 'The model is better than the regression.',
  maybe: 'The model and the regression cannot be told apart.',
  no: 'The regression is better than the model.',
} as const;

function describeRating({ run, texts, classes, accuracy, linear, base, verdict, seconds }: RatingSummary): string {
  const share = ({ value, low, high }: RatingSummary['accuracy']) => [
    percent(value),
    `${percent(low)} to ${percent(high)}`,
  ];
  return paragraphs(
    `Trained ${run} on ${count(texts)} texts rated ${classes.join(', ')}, in ${duration(seconds)}`,
    table(
      [
        ['model', ...share(accuracy)],
        ['regression', ...share(linear)],
        ['most frequent', percent(base), ''],
      ],
      ['', 'right', '95 %'],
    ),
    VERDICTS[verdict],
  );
}

const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
