import type { Command } from 'commander';
import { z } from 'zod';
import type { QualityReport, Spread } from '../../../shared/contract/import-report.ts';
import { isoDay } from '../../../shared/domain/time/local-time.ts';
import { timeZone } from '../../../shared/domain/time/time-zone.ts';
import { resolveImport } from '../resolve-import.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { count, measure, paragraphs, share, table } from '../text.ts';
import { addCommand } from './command.ts';
import { numberParser } from './number-option.ts';

interface Options extends CommonOptions {
  import?: number;
}

export function addReport(program: Command): void {
  addCommand(program, 'report <workspace>', 'show the data quality report of an import')
    .option('--import <number>', 'import id (default: the newest)', numberParser(z.int().positive()))
    .action((workspace: string, options: Options) =>
      runInWorkspace(workspace, options, async (session) => {
        const id = await resolveImport(session, options.import);
        const { report } = await session.client.call('ingest.report', { import: id });
        return {
          json: { import: id, report },
          text: report ? describeReport(report) : 'This import has no quality report',
        };
      }),
    );
}

function describeReport({ rows, completeness, time, items, ...report }: QualityReport): string {
  const spreads: [string, Spread | null][] = [
    ['events per user', report.eventsPerUser],
    ['events per session', report.eventsPerSession],
    ['sessions per user', report.sessionsPerUser],
    ['events per item', items?.spread ?? null],
  ];
  return paragraphs(
    table(
      completeness.map(({ field, filled }) => [field, count(filled), share(filled / Math.max(rows, 1))]),
      ['field', 'filled', ''],
    ),
    time ? describeTime(time) : '',
    table(
      spreads.flatMap(([name, spread]) => (spread ? [[name, ...figures(spread)]] : [])),
      ['', 'count', 'mean', 'median', 'p90', 'p99', 'max'],
    ),
    items
      ? `The top 1 % of items account for ${share(items.top1)} of the events, the top 10 % for ${share(items.top10)} (Gini ${measure(items.gini)})`
      : '',
  );
}

const figures = ({ count: n, mean, median, p90, p99, max }: Spread) => [n, mean, median, p90, p99, max].map(measure);

function describeTime({ first, last, zone, actions, gaps }: NonNullable<QualityReport['time']>): string {
  const day = (time: number) => isoDay(timeZone(zone), time);
  const longestGaps = gaps.slice(0, 3).map(({ from, to }) => `${day(from)} to ${day(to)}`);
  return [
    `From ${day(first)} to ${day(last)} (${zone})${longestGaps.length > 0 ? `; no events from ${longestGaps.join(', ')}` : ''}`,
    table(actions.map(({ action, events }) => [action || 'other actions', count(events)])),
  ].join('\n');
}
