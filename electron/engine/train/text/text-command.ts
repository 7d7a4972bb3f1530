import type { TextRunConfig } from './text-run.ts';

/** A command that trains a text run again, but for settings that only the window asks for. */
export function textCommand({ actions, encoder }: TextRunConfig): string {
  const which = actions ? ['--actions', ...actions.map((action) => JSON.stringify(action))] : [];
  const words = Object.keys(encoder.sizes).join() === 'word' ? ['--words-only'] : [];
  return ['portrait texts WORKSPACE', ...which, ...words].join(' ');
}
