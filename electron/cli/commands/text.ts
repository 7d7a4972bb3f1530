import type { Command } from 'commander';
import type { Output } from '../../../shared/contract/index.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends CommonOptions {
  run?: string;
  action?: string;
}

export function addText(program: Command): void {
  addCommand(program, 'text <workspace> <words>', 'profile a text, or predict its rating with a text model')
    .option('--run <run>', 'run whose model is used (default: the newest)')
    .option('--action <name>', 'action of the text, such as search (default: the most common)')
    .action((workspace: string, words: string, { run: named, action, ...options }: Options) =>
      runInWorkspace(workspace, options, async (session) => {
        const run = await session.resolveRun(named);
        const { runs } = await session.client.call('train.runs', {});
        if (runs.find(({ id }) => id === run)?.kind === 'text')
          return describeRating(await session.run('explain.text', { run, text: words }));
        const profile = await session.run('text.profile', {
          run,
          text: words,
          ...(action === undefined ? {} : { action }),
        });
        return { json: { ...profile, vector: [...profile.vector] }, text: describe(profile) };
      }),
    );
}

function describeRating({ run, classes, logOdds, pieces, effects }: Output<'explain.text'>) {
  const probabilities = Array.from(logOdds, (odds) => 1 / (1 + Math.exp(-odds)));
  const best = probabilities.indexOf(Math.max(...probabilities));
  const words = pieces
    .map((word, at) => ({ word, effect: effects[at * classes.length + best] ?? Number.NaN }))
    .filter(({ effect }) => !Number.isNaN(effect));
  const rows = classes.map((name, k) => [name, `${(100 * (probabilities[k] ?? 0)).toFixed(1)} %`]);
  return {
    json: { run, ratings: classes.map((rating, k) => ({ rating, probability: probabilities[k] ?? 0 })), words },
    text: paragraphs(
      `Rating predicted by ${run}`,
      table(rows),
      `Effect of each word on the log-odds of ${classes[best]} (leave one out)\n${table(words.map(({ word, effect }) => [word, effect.toFixed(2)]))}`,
    ),
  };
}

function describe({ run, words, nearest, expected }: Output<'text.profile'>): string {
  return paragraphs(
    `Words as read by ${run}`,
    table(words.map(({ word, known, names }) => [word, meaning(known, names)])),
    section('expected categories', expected.categories),
    section('expected items', expected.items),
    nearest.length === 0 ? '' : `similar users: ${nearest.map(({ user }) => user).join(', ')}`,
  );
}

function meaning(known: boolean, names: Output<'text.profile'>['words'][number]['names']): string {
  if (known) return 'in the vocabulary';
  if (names.length === 0) return 'unknown';
  return `in the name of ${names.map(({ kind, name }) => `${kind} ${name}`).join(', ')}`;
}

function section(title: string, expected: Output<'text.profile'>['expected']['items']): string {
  if (expected.length === 0) return '';
  const rows = expected.map(({ name, title: shown, probability }) => [
    shown ?? name,
    `${(100 * probability).toFixed(1)} %`,
  ]);
  return `${title}\n${table(rows)}`;
}
