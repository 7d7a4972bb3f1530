import type { ColumnProfile } from '../../../../shared/contract/examine.ts';
import type { DuckDb } from '../stage/duckdb.ts';

const BINS = 20;

/** Describes the finite values of an expression over the table `raw`; quartiles are interpolated. */
export async function describeNumbers(duck: DuckDb, value: string): Promise<ColumnProfile['numbers']> {
  const source = `(SELECT ${value} AS n FROM raw) WHERE isfinite(n)`;
  const [summary] = await duck.numberRows(
    `SELECT min(n), quantile_cont(n, 0.25), quantile_cont(n, 0.5), quantile_cont(n, 0.75), max(n), avg(n) FROM ${source} HAVING count(*) > 0`,
  );
  if (!summary) return null;
  const [min = 0, p25 = 0, median = 0, p75 = 0, max = 0, mean = 0] = summary;
  const width = (max - min) / BINS;
  const binIndex = width > 0 ? `least(${BINS - 1}, floor((n - ${min}) / ${width}))::INTEGER` : '0';
  const binCounts = new Map(
    (await duck.numberRows(`SELECT ${binIndex} AS bin, count(*) FROM ${source} GROUP BY bin`)).map(([bin, n]) => [
      bin,
      n,
    ]),
  );
  const bins = Array.from({ length: width > 0 ? BINS : 1 }, (_, b) => ({
    from: min + b * width,
    to: b === BINS - 1 ? max : min + (b + 1) * width,
    count: binCounts.get(b) ?? 0,
  }));
  return { min, p25, median, p75, max, mean, bins };
}
