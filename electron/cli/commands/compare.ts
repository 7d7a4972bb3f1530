import type { Command } from 'commander';
import type { ComparedPair, Comparison } from '../../../shared/contract/runs.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { count, duration, measure, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';
import { compareProfiles } from './compare-profiles.ts';

interface Options extends CommonOptions {
  readonly profiles?: boolean;
}

export function addCompare(program: Command): void {
  addCommand(program, 'compare <workspace> <runs...>', 'compare two to six models side by side')
    .option('--profiles', 'compare the profiles of two models instead: which users have moved, and how')
    .action((workspace: string, runs: string[], { profiles, ...options }: Options) =>
      runInWorkspace(workspace, options, async (session) => {
        if (profiles) return compareProfiles(session, runs);
        const comparison = await session.run('train.compare', { runs });
        return { json: { ...comparison }, text: describe(comparison) };
      }),
    );
}

function describe(comparison: Comparison): string {
  const { runs, differences, sameData, pairs } = comparison;
  const names = runs.map(({ run, title }) => (title ? `${run} (${title})` : run));
  return paragraphs(
    table([...figures(comparison), ...settings(differences)], ['', ...names]),
    sameData === false ? 'The models were trained on different data, which may explain differences.' : '',
    pairs.map(pairText).join('\n'),
  );
}

const MEASURES = ['recall@10', 'ndcg@10', 'mrr'];

function figures({ runs }: Comparison): string[][] {
  const shownMeasures = MEASURES.filter((name) => runs.some(({ metrics }) => metrics[name]));
  return [
    ['parameters', ...runs.map(({ parameters }) => count(parameters))],
    ['time', ...runs.map(({ seconds }) => duration(seconds))],
    ['epochs', ...runs.map(({ epochs }) => count(epochs.length))],
    ...shownMeasures.map((name) => [name, ...runs.map(({ metrics }) => measure(metrics[name]?.value ?? Number.NaN))]),
  ];
}

const settings = (differences: Comparison['differences']) =>
  differences.map(({ setting, values }) => [setting, ...values.map((value) => (value === null ? '–' : String(value)))]);

function pairText({ first, second, users, difference, low, high, better }: ComparedPair): string {
  if (difference === null || low === null || high === null) {
    return `${first} and ${second} were not evaluated on the same hold-out: run "portrait evaluate" on both`;
  }
  const by = `${signed(difference)} NDCG@10 on ${count(users)} users, 95 % interval ${signed(low)} to ${signed(high)}`;
  if (better === null) return `${second} vs ${first}: ${by}; not significant`;
  return `${second} vs ${first}: ${by}; ${better} is better`;
}

const signed = (value: number) => `${value < 0 ? '−' : '+'}${measure(Math.abs(value))}`;
