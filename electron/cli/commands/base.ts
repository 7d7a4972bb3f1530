import type { Command } from 'commander';
import type { BaseDetails, CustomerBase, Groups } from '../../../shared/contract/base.ts';
import { LIFE_STAGES } from '../../../shared/domain/life-stage.ts';
import { RFM_RANGES } from '../../../shared/domain/rfm.ts';
import { baseSummary } from '../../../shared/texts/base/summary.ts';
import { customerNames } from '../../../shared/texts/customer-names.ts';
import { formatFor } from '../../../shared/texts/format.ts';
import { NO_REGION } from '../../../shared/texts/regional.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { count, paragraphs, share, table } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends CommonOptions {
  until?: string;
}

export function addBase(program: Command): void {
  addCommand(
    program,
    'base <workspace>',
    'describe all customers: the best, those at risk, and changes of the last month',
  )
    .option('--until <date>', 'last day to use, as YYYY-MM-DD (default: that of the last event)')
    .action((workspace: string, { until, ...options }: Options) =>
      runInWorkspace(workspace, options, async (session) => {
        const base = await session.client.call('profile.base', { ...(until !== undefined && { until }) });
        const { currency } = await session.info();
        const format = formatFor('en', { ...NO_REGION, currency });
        const summary = baseSummary(base, 'en', format).map(({ text }) => text);
        const { details, ...figures } = base;
        return {
          json: { ...figures, ...details, summary },
          text: paragraphs(summary.join('\n'), details === null ? '' : describe(base, details)),
        };
      }),
    );
}

function describe(base: CustomerBase, { rfm, stages, concentration, cohorts, noForecast }: BaseDetails): string {
  const names = customerNames.en;
  const group = (name: string, groups: Groups, at: number) => [
    name,
    count(groups.customers[at]!),
    share(groups.customers[at]! / base.customers),
    ...(base.withMoney === 0 ? [] : [count(groups.net[at]!), count(groups.gross[at]!)]),
  ];
  const headings = (title: string) => [
    ...[title, 'customers', 'share'],
    ...(base.withMoney === 0 ? [] : ['net revenue', 'gross revenue']),
  ];
  return paragraphs(
    table(
      RFM_RANGES.map(({ name }, at) => group(names.rfm[name], rfm.groups, at)),
      headings('RFM'),
    ),
    stages
      ? table(
          LIFE_STAGES.map((stage, at) => group(names.stages[stage], stages.now, at)),
          headings('life stage'),
        )
      : 'There are too few repeat purchases for life stages.',
    concentration
      ? `Gini coefficient of the revenue per customer: ${concentration.gini.toFixed(3)}.`
      : 'The revenue of customers is unknown.',
    table(
      cohorts.months.map((month, row) => [
        month,
        count(cohorts.customers[row]!),
        ...Array.from({ length: Math.min(MONTHS_SHOWN, cohorts.months.length - row) }, (_, since) =>
          cohorts.customers[row] === 0
            ? '–'
            : share(cohorts.buyers[row * cohorts.months.length + since]! / cohorts.customers[row]!),
        ),
      ]),
      ['first purchase', 'customers', ...Array.from({ length: MONTHS_SHOWN }, (_, since) => `+${since}`)],
    ),
    noForecast === null ? '' : NO_FORECAST[noForecast],
  );
}

/** Number of months since the first purchase that fit in a terminal. */
const MONTHS_SHOWN = 7;

const NO_FORECAST: Readonly<Record<NonNullable<BaseDetails['noForecast']>, string>> = {
  notComputed: 'No forecast: run "portrait value" to fit its models.',
  fewCustomers: 'No forecast: fewer than 20 customers have bought again.',
  earlierDay: 'No forecast: it is only made at the end of the data.',
};
