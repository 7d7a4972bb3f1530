import type { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import { QUICK_RATING, textPreset } from '../../../shared/domain/text-presets.ts';
import type { TextRunConfig } from '../runs/text-run.ts';

/** Returns the command that repeats a text training, except for settings that only the window offers. */
export function textCommand({ actions, encoder, train }: TextRunConfig): string {
  const wordsOption = Object.keys(encoder.sizes).join() === 'word' ? ['--words-only'] : [];
  const isQuick = train.epochs === textPreset('quick').epochs;
  return ['portrait texts WORKSPACE', ...presetOption(isQuick), ...actionsOption(actions), ...wordsOption].join(' ');
}

/** Returns the command that repeats a rating training; `run` is the run it starts from. */
export function ratingCommand(
  actions: readonly string[] | null,
  run: string | null,
  { members, folds }: Pick<FinetuneConfig, 'members' | 'folds'>,
): string {
  const isQuick = members === QUICK_RATING.members && folds === QUICK_RATING.folds;
  const runOption = run === null ? [] : ['--run', run];
  return ['portrait texts WORKSPACE --rate', ...presetOption(isQuick), ...runOption, ...actionsOption(actions)].join(
    ' ',
  );
}

const presetOption = (isQuick: boolean) => (isQuick ? ['--preset quick'] : []);

const actionsOption = (actions: readonly string[] | null) =>
  actions ? ['--actions', ...actions.map((action) => JSON.stringify(action))] : [];
