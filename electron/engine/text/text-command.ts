import { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import {
  QUICK_RATING,
  RatingConfig,
  ratingPreset,
  TextTrainConfig,
  textPreset,
} from '../../../shared/domain/text-presets.ts';
import { settingOptions } from '../runs/run-record.ts';
import type { TextRunConfig } from '../runs/text-run.ts';

/** Returns the command that repeats a text training. */
export function textCommand({ actions, encoder, train }: TextRunConfig): string {
  const wordsOption = Object.keys(encoder.sizes).join() === 'word' ? ['--words-only'] : [];
  const preset = train.epochs === textPreset('quick').epochs ? 'quick' : 'thorough';
  const settings = settingOptions(TextTrainConfig.parse(train), TextTrainConfig.parse(textPreset(preset)));
  return [
    ...['portrait texts WORKSPACE', ...presetOption(preset)],
    ...[...actionsOption(actions), ...wordsOption, ...settings],
  ].join(' ');
}

/** Returns the command that repeats a training on the ratings of `texts` texts; `run` is the run it starts from. */
export function ratingCommand(
  actions: readonly string[] | null,
  run: string | null,
  config: FinetuneConfig,
  texts: number,
): string {
  const isQuick = config.members === QUICK_RATING.members && config.folds === QUICK_RATING.folds;
  const preset = isQuick ? 'quick' : 'thorough';
  const presetConfig = FinetuneConfig.parse(ratingPreset(preset, texts));
  const settings = settingOptions(RatingConfig.parse(config), RatingConfig.parse(presetConfig));
  const runOption = run === null ? [] : ['--run', run];
  return [
    ...['portrait texts WORKSPACE --rate', ...presetOption(preset), ...runOption],
    ...[...actionsOption(actions), ...settings],
  ].join(' ');
}

const presetOption = (preset: 'quick' | 'thorough') => (preset === 'quick' ? ['--preset quick'] : []);

const actionsOption = (actions: readonly string[] | null) =>
  actions ? ['--actions', ...actions.map((action) => JSON.stringify(action))] : [];
