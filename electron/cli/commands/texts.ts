import { type Command, Option } from 'commander';
import type { RatingSummary } from '../../../shared/contract/text.ts';
import type { TrainSummary } from '../../../shared/contract/train.ts';
import { QUICK_RATING, RatingConfig, TextTrainConfig, textPreset } from '../../../shared/domain/text-presets.ts';
import { TrainPreset } from '../../../shared/domain/train-presets.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { addSet, validateSettings } from '../settings.ts';
import { count, duration, measure, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';
import { ENDINGS } from './train.ts';

interface Options extends CommonOptions {
  actions?: string[];
  preset?: TrainPreset;
  wordsOnly?: true;
  rate?: true;
  run?: string;
  resume?: string | true;
  set: Record<string, unknown>;
}

const TEXT_SETTINGS = Object.keys(TextTrainConfig.shape);
const RATING_SETTINGS = Object.keys(RatingConfig.shape);

export function addTexts(program: Command): void {
  const command = addCommand(program, 'texts <workspace>', 'train a text model on searches, reviews and other texts')
    .option('--actions <names...>', 'only texts of these actions')
    .addOption(
      new Option('--preset <name>', 'quick takes a minute or two, thorough gives the best model (default)').choices(
        TrainPreset.options,
      ),
    )
    .option('--words-only', 'use whole words only: less accurate, but "portrait model save" can export it')
    .option('--rate', 'train on ratings, and compare with a regression on words')
    .option('--run <run>', 'with --rate: text model to start from')
    .option('--resume [run]', 'resume an interrupted training (default: the last)');
  addSet(
    command,
    [...new Set([...TEXT_SETTINGS, ...RATING_SETTINGS])],
    `${TEXT_SETTINGS.join(', ')}; with --rate: ${RATING_SETTINGS.join(', ')}`,
  ).action(
    (workspace: string, { actions, preset = 'thorough', wordsOnly, rate, run, resume, set, ...options }: Options) =>
      runInWorkspace(workspace, options, async (session) => {
        const selection = actions === undefined ? {} : { actions };
        if (rate) {
          const settings = validateSettings(RatingConfig, set);
          const config = { ...(preset === 'quick' ? QUICK_RATING : {}), ...settings };
          const summary = await session.run('text.rate', { run: run ?? null, ...selection, config });
          return { json: { ...summary }, text: describeRating(summary) };
        }
        const config = {
          ...textPreset(preset),
          ...validateSettings(TextTrainConfig, set),
          ...(wordsOnly ? { fields: ['word' as const] } : {}),
        };
        const summary =
          resume === true
            ? await session.resumeLast('text.train')
            : await session.run('text.train', { ...selection, config, ...(resume ? { resume } : {}) });
        return { json: { ...summary }, text: describePretraining(summary) };
      }),
  );
}

function describePretraining(summary: TrainSummary): string {
  const { run, events, parameters, seconds, validation, endedBy } = summary;
  return paragraphs(
    `Trained ${run} on ${count(events)} texts, over all epochs, in ${duration(seconds)}: ${count(parameters)} parameters`,
    ENDINGS[endedBy](summary),
    table(Object.entries(validation).map(([name, value]) => [`validation ${name} on masked words`, measure(value)])),
  );
}

const VERDICTS = {
  better: 'The model beats the regression.',
  maybe: 'The difference between the model and the regression is not significant.',
  no: 'The regression beats the model.',
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
        ['most frequent rating', percent(base), ''],
      ],
      ['', 'accuracy', '95 % interval'],
    ),
    VERDICTS[verdict],
  );
}

const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
