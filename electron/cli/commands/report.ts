import type { Command } from 'commander';
import { z } from 'zod';
import type { QualityReport, Spread } from '../../../shared/contract/import-report.ts';
import { resolveImport } from '../resolve-import.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { count, measure, paragraphs, share, table } from '../text.ts';
import { addCommand } from './command.ts';
import { numberParser } from './number-option.ts';

interface Options extends CommonOptions {
  import?: number;
}

export function addReport(program: Command): void {
  addCommand(program, 'report <workspace>', 'the quality of what an import brought')
    .option('--import <number>', 'which import (the newest by default)', numberParser(z.int().positive()))
    .action((workspace: string, options: Options) =>
      runInWorkspace(workspace, options, async (session) => {
        const id = await resolveImport(session, options.import);
        const { report } = await session.client.call('ingest.report', { import: id });
        return { json: { import: id, report }, text: report ? describeReport(report) : 'No report was kept with it' };
      }),
    );
}

function describeReport({ rows, completeness, time, items, ...report }: QualityReport): string {
  const spreads: [string, Spread | null][] = [
    ['events a user', report.eventsPerUser],
    ['events a session', report.eventsPerSession],
    ['sessions a user', report.sessionsPerUser],
    ['events an item', items?.spread ?? null],
  ];
  return paragraphs(
    table(
      completeness.map(({ field, filled }) => [field, count(filled), share(filled / Math.max(rows, 1))]),
      ['field', 'filled', ''],
    ),
    time ? describeTime(time) : '',
    table(
      spreads.flatMap(([name, spread]) => (spread ? [[name, ...figures(spread)]] : [])),
      ['', 'of', 'mean', 'median', '90 %', '99 %', 'most'],
    ),
    items
      ? `The most frequent 1 % of items have ${share(items.top1)} of the events, 10 % have ${share(items.top10)} (Gini ${measure(items.gini)})`
      : '',
  );
}

const figures = ({ count: n, mean, median, p90, p99, max }: Spread) => [n, mean, median, p90, p99, max].map(measure);
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

function describeTime({ first, last, actions, gaps }: NonNullable<QualityReport['time']>): string {
  const longestGaps = gaps.slice(0, 3).map(({ from, to }) => `${day(from)} to ${day(to)}`);
  return [
    `From ${day(first)} to ${day(last)}${longestGaps.length > 0 ? `; nothing from ${longestGaps.join(', ')}` : ''}`,
    table(actions.map(({ action, events }) => [action || 'others', count(events)])),
  ].join('\n');
}
