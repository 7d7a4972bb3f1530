import type { TextRunConfig } from './text-run.ts';

/** A command that trains a text run again, but for settings that only the window asks for. */
export function textCommand({ actions, encoder }: TextRunConfig): string {
  const words = Object.keys(encoder.sizes).join() === 'word' ? ['--words-only'] : [];
  return ['portrait texts WORKSPACE', ...named(actions), ...words].join(' ');
}

/** The same of a run that rates; `run` is the one that it begins with. */
export function ratingCommand(actions: readonly string[] | null, run: string | null): string {
  return ['portrait texts WORKSPACE --rate', ...(run === null ? [] : ['--run', run]), ...named(actions)].join(' ');
}

const named = (actions: readonly string[] | null) =>
  actions ? ['--actions', ...actions.map((action) => JSON.stringify(action))] : [];
