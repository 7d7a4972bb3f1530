import type { Command } from 'commander';
import { type BackTest, type ValueReport, ValueWeeks } from '../../../shared/contract/value.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { count, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';
import { numberParser } from './number-option.ts';

interface Options extends CommonOptions {
  until?: string;
  weeks?: number;
  out?: string;
  overwrite?: boolean;
}

export function addValue(program: Command): void {
  addCommand(program, 'value <workspace>', 'predict purchases, churn and value of customers')
    .option('--until <date>', 'last day to use, as YYYY-MM-DD (default: that of the last event)')
    .option('--weeks <number>', 'forecast horizon in weeks (default: 39)', numberParser(ValueWeeks))
    .option('--out <file>', 'write a CSV file with a row per customer')
    .option('--overwrite', 'replace the file if it exists')
    .action((workspace: string, { until, weeks, out, overwrite, ...options }: Options) =>
      runInWorkspace(workspace, options, async (session) => {
        const report = await session.run('value.compute', {
          ...(until !== undefined && { until }),
          ...(weeks !== undefined && { weeks }),
          ...(out !== undefined && { out }),
          replace: overwrite === true,
        });
        return { json: { ...report }, text: describe(report) };
      }),
    );
}

function describe(report: ValueReport): string {
  const { until, weeks, customers, repeatCustomers, bgnbd, mbgnbd, paretoNbd, gammaGamma, forecast, file } = report;
  return paragraphs(
    `${count(customers)} customers by ${until}, ${count(repeatCustomers)} of whom bought again; ${count(report.alive)} are expected to buy still`,
    table(
      [
        ['BG/NBD', ...fitCells(['r', 'alpha', 'a', 'b'], bgnbd), figure(forecast.expected)],
        ['MBG/NBD', ...fitCells(['r', 'alpha', 'a', 'b'], mbgnbd), figure(report.mbgnbdExpected)],
        ['Pareto/NBD', ...fitCells(['r', 'alpha', 's', 'beta'], paretoNbd), figure(report.paretoNbdExpected)],
      ],
      ['model', 'parameters', 'log-likelihood', `purchases in ${weeks} weeks`],
    ),
    `Forecast of BG/NBD: ${figure(forecast.expected)} purchases, 95 % interval ${figure(forecast.low)} to ${figure(forecast.high)}.`,
    gammaGamma
      ? describeSpend(report, gammaGamma)
      : 'Too few repeat customers with prices to model the value of purchases.',
    report.backTest ? describeTest(report.backTest, weeks) : 'The data are too short to back-test the forecast.',
    file ? `${count(file.rows)} customers written to ${file.file}` : '',
  );
}

interface Fit {
  readonly logLikelihood: number;
  readonly errors: readonly number[] | null;
}

function fitCells<Name extends string>(names: readonly Name[], fit: Record<Name, number> & Fit): string[] {
  const parameters = names.map((name) => `${name} ${fit[name].toFixed(4)}`).join(', ');
  const doubt = fit.errors === null ? ' (flat optimum)' : '';
  return [`${parameters}${doubt}`, fit.logLikelihood.toFixed(2)];
}

function describeSpend({ expectedValue, weeks }: ValueReport, spend: NonNullable<ValueReport['gammaGamma']>): string {
  const { p, q, v, customers, meanSpend, correlation } = spend;
  const { value, low, high } = correlation;
  const mean = meanSpend === null ? 'no mean, since q ≤ 1: the median is used' : `mean ${meanSpend.toFixed(2)}`;
  return [
    `Gamma-Gamma of ${count(customers)} repeat customers: p ${p.toFixed(4)}, q ${q.toFixed(4)}, v ${v.toFixed(4)}; ${mean} a purchase.`,
    `It assumes no correlation of frequency and value; here it is ${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)}).`,
    ...(expectedValue === null ? [] : [`Expected value of ${weeks} weeks: ${figure(expectedValue)}.`]),
  ].join('\n');
}

function describeTest(test: BackTest, weeks: number): string {
  const { until, customers, forecast, actual, error, naiveError, gain, gainLow, gainHigh } = test;
  const interval = `${gainLow.toFixed(3)} to ${gainHigh.toFixed(3)}`;
  const isOutside = actual < forecast.low || actual > forecast.high;
  const outside = isOutside ? ', outside the interval: the models know neither seasons nor campaigns' : '';
  const verdict =
    gainLow > 0
      ? `better than repeating the preceding ${weeks} weeks by ${gain.toFixed(3)} (${interval})`
      : gainHigh < 0
        ? `worse than repeating the preceding ${weeks} weeks by ${(-gain).toFixed(3)}: do not rely on it here`
        : `not significantly better than repeating the preceding ${weeks} weeks (${interval})`;
  return [
    `Back-test from ${until}: ${figure(forecast.expected)} purchases were expected of ${count(customers)} customers in ${weeks} weeks (${figure(forecast.low)} to ${figure(forecast.high)}); ${count(actual)} were made${outside}.`,
    nextPurchaseText(test),
    `Error per customer: ${error.toFixed(3)} purchases, of the naive forecast ${naiveError.toFixed(3)}; ${verdict}.`,
  ].join('\n');
}

function nextPurchaseText({ nextPurchase: { customers, inside } }: BackTest): string {
  const share = customers === 0 ? '' : ` (${((100 * inside) / customers).toFixed(0)} %)`;
  return `Of ${count(customers)} customers who bought again, ${count(inside)}${share} did so within the 80 % interval of their next purchase.`;
}

const figure = (value: number) => count(Math.round(value));
