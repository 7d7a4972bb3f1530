import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import type { Input } from '../../shared/contract/index.ts';
import { TrainConfig } from '../../shared/domain/train-config.ts';
import { TrainPreset, trainPreset } from '../../shared/domain/train-presets.ts';
import { PortraitError } from '../../shared/errors.ts';
import type { Session } from './session.ts';

export interface SettingsOptions {
  preset?: TrainPreset;
  config?: string;
  set: Record<string, unknown>;
}

const SETTINGS = Object.keys(TrainConfig.shape);
const Settings = TrainConfig.partial().strict();
type Settings = Input<'train.start'>['config'];

/** Adds the options that set the training configuration. */
export function addSettings(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--preset <name>',
        'settings sized for the data: quick takes minutes, thorough an hour or two',
      ).choices(TrainPreset.options),
    )
    .option('--config <file>', 'JSON file with settings')
    .option('--set <key=value>', `one setting (repeatable): ${SETTINGS.join(', ')}`, addSetting, {});
}

/** Merges a preset's settings, those of a file and single ones, in ascending precedence. Throws BAD_CONFIG. */
export async function resolveSettings({ preset, config, set }: SettingsOptions, session: Session): Promise<Settings> {
  const presetSettings = preset ? trainPreset(preset, await session.info()) : {};
  return validateSettings({ ...presetSettings, ...(config === undefined ? {} : readSettings(config)), ...set });
}

/** Splits `key=value`; the key must be one of `keys`. */
export function parseKeyValue(text: string, keys: readonly string[]): [key: string, value: string] {
  const [, key = '', value = ''] = /^([^=]+)=(.*)$/.exec(text) ?? [];
  if (keys.includes(key)) return [key, value];
  throw new InvalidArgumentError(`Use key=value; the keys are ${keys.join(', ')}.`);
}

/** Parses a value from the command line: a number, true, false, null, or a string. */
export function parseValue(text: string): string | number | boolean | null {
  const number = Number(text);
  if (text.trim() !== '' && !Number.isNaN(number)) return number;
  return text === 'true' ? true : text === 'false' ? false : text === 'null' ? null : text;
}

function addSetting(text: string, previous: Record<string, unknown>): Record<string, unknown> {
  const [key, value] = parseKeyValue(text, SETTINGS);
  return { ...previous, [key]: key === 'fields' ? value.split(',') : parseValue(value) };
}

function readSettings(file: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const message = `The settings in ${file} cannot be read.`;
    const hint = 'The file must contain one JSON object, such as {"epochs": 20}.';
    throw new PortraitError({ code: 'BAD_CONFIG', message, hint }, { cause });
  }
}

function validateSettings(settings: Record<string, unknown>): Settings {
  const { success, data, error } = Settings.safeParse(settings);
  if (success) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'settings'}: ${message}`).join('; ');
  const hint = `Available settings: ${SETTINGS.join(', ')}.`;
  throw new PortraitError({ code: 'BAD_CONFIG', message: `Invalid settings. ${problems}`, hint });
}
