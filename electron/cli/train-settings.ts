import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import type { Input } from '../../shared/contract/index.ts';
import { TrainConfig } from '../../shared/domain/train-config.ts';
import { TrainPreset, trainPreset } from '../../shared/domain/train-presets.ts';
import { PortraitError } from '../../shared/errors.ts';
import type { Session } from './session.ts';
import { addSet, validateSettings } from './settings.ts';

export interface SettingsOptions {
  preset?: TrainPreset;
  config?: string;
  set: Record<string, unknown>;
}

type Settings = Input<'train.start'>['config'];

/** Adds the options that set the training configuration. */
export function addSettings(command: Command): Command {
  command
    .addOption(
      new Option(
        '--preset <name>',
        'settings sized for the data: quick takes minutes, thorough an hour or two',
      ).choices(TrainPreset.options),
    )
    .option('--config <file>', 'JSON file with settings');
  return addSet(command, Object.keys(TrainConfig.shape));
}

/** Merges a preset's settings, those of a file and single ones, in ascending precedence. Throws BAD_CONFIG. */
export async function resolveSettings({ preset, config, set }: SettingsOptions, session: Session): Promise<Settings> {
  const presetSettings = preset ? trainPreset(preset, await session.info()) : {};
  return validateSettings(TrainConfig, {
    ...presetSettings,
    ...(config === undefined ? {} : readSettings(config)),
    ...set,
  });
}

function readSettings(file: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const message = `The settings in ${file} cannot be read.`;
    const hint = 'The file must contain one JSON object, such as {"epochs": 20}.';
    throw new PortraitError({ code: 'BAD_CONFIG', message, hint, details: { file, variant: 'file' } }, { cause });
  }
}
