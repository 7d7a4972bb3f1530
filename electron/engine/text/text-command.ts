import type { HeadConfig } from '../../../shared/domain/finetune-config.ts';
import { QUICK_RATING, textPreset } from '../../../shared/domain/text-presets.ts';
import type { TextRunConfig } from './text-run.ts';

/** A command that trains a text run again, but for settings that only the window asks for. */
export function textCommand({ actions, encoder, train }: TextRunConfig): string {
  const words = Object.keys(encoder.sizes).join() === 'word' ? ['--words-only'] : [];
  const isQuick = train.epochs === textPreset('quick').epochs;
  return ['portrait texts WORKSPACE', ...preset(isQuick), ...named(actions), ...words].join(' ');
}

/** The same of a run that rates; `run` is the one that it begins with. */
export function ratingCommand(
  actions: readonly string[] | null,
  run: string | null,
  { members, folds }: Pick<HeadConfig, 'members' | 'folds'>,
): string {
  const isQuick = members === QUICK_RATING.members && folds === QUICK_RATING.folds;
  const from = run === null ? [] : ['--run', run];
  return ['portrait texts WORKSPACE --rate', ...preset(isQuick), ...from, ...named(actions)].join(' ');
}

const preset = (isQuick: boolean) => (isQuick ? ['--preset quick'] : []);

const named = (actions: readonly string[] | null) =>
  actions ? ['--actions', ...actions.map((action) => JSON.stringify(action))] : [];
