import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { Input } from '../../../shared/contract/index.ts';
import type { TrainSummary } from '../../../shared/contract/train.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { answerIn, type Common } from '../result.ts';
import { count, duration, measure, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends Common {
  config?: string;
  set: Record<string, unknown>;
  resume?: string | true;
}

export function addTrain(program: Command): void {
  addCommand(program, 'train <workspace>', 'train a model on the workspace’s behaviour')
    .option('--config <file>', 'settings as a JSON file')
    .option('--set <key=value>', `one setting, as often as you like: ${SETTINGS.join(', ')}`, addSetting, {})
    .option('--resume [run]', 'go on with a run that was interrupted (the last one by default)')
    .action((workspace: string, options: Options) =>
      answerIn(workspace, options, async (session) => {
        const { resume } = options;
        const summary =
          resume === true
            ? await session.resumeLast('train.start')
            : await session.run('train.start', { config: settingsOf(options), ...(resume ? { resume } : {}) });
        return { json: { ...summary }, text: describeTraining(summary) };
      }),
    );
}

const SETTINGS = Object.keys(TrainConfig.shape);
const Settings = TrainConfig.partial().strict();
type Settings = Input<'train.start'>['config'];

function settingsOf({ config, set }: Options): Settings {
  return checked({ ...(config === undefined ? {} : readSettings(config)), ...set });
}

function addSetting(text: string, before: Record<string, unknown>): Record<string, unknown> {
  const [, key = '', value = ''] = /^([^=]+)=(.*)$/.exec(text) ?? [];
  if (!SETTINGS.includes(key)) throw new InvalidArgumentError(`Write key=value; the keys are ${SETTINGS.join(', ')}.`);
  const number = Number(value);
  return { ...before, [key]: value.trim() === '' || Number.isNaN(number) ? value : number };
}

function readSettings(file: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const message = `The settings in ${file} cannot be read.`;
    const hint = 'It must be a file with one JSON object, such as {"epochs": 20}.';
    throw new PortraitError({ code: 'BAD_CONFIG', message, hint }, { cause });
  }
}

function checked(settings: Record<string, unknown>): Settings {
  const { success, data, error } = Settings.safeParse(settings);
  if (success) return data;
  const wrong = error.issues.map(({ path, message }) => `${path.join('.') || 'settings'}: ${message}`).join('; ');
  const hint = `The settings are ${SETTINGS.join(', ')}.`;
  throw new PortraitError({ code: 'BAD_CONFIG', message: `The settings cannot be used. ${wrong}`, hint });
}

export function describeTraining(summary: TrainSummary): string {
  const validation = Object.entries(summary.validation).map(([name, value]) => [name, measure(value)]);
  return paragraphs(
    `Trained ${summary.run} on ${summary.backend}: ${count(summary.parameters)} parameters, ${count(summary.steps)} steps`,
    table([
      ['events', count(summary.events)],
      ['time', duration(summary.seconds)],
      ['events per second', count(summary.eventsPerSecond)],
    ]),
    `on validation targets\n${table(validation)}`,
  );
}
