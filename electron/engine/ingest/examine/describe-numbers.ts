import type { ColumnProfile } from '../../../../shared/contract/examine.ts';
import type { DuckDb } from '../stage/duckdb.ts';

const BINS = 20;

/**
 * Describes the finite numbers of a table with the columns `x` (a number, NULL for other values) and `n` (how often it
 * occurs); null if there are none. Quartiles are interpolated.
 */
export async function describeNumbers(duck: DuckDb, table: string): Promise<ColumnProfile['numbers']> {
  const finite = `${table} WHERE isfinite(x)`;
  const [summary] = await duck.numberRows(
    `SELECT sum(n), min(x), max(x), sum(x * n) / sum(n) FROM ${finite} HAVING count(*) > 0`,
  );
  if (!summary) return null;
  const [count = 0, min = 0, max = 0, mean = 0] = summary;
  const [p25 = 0, median = 0, p75 = 0] = await quartiles(duck, finite, count);
  return { min, p25, median, p75, max, mean, bins: await binsOf(duck, finite, min, max) };
}

async function quartiles(duck: DuckDb, finite: string, count: number): Promise<number[]> {
  const positions = [0.25, 0.5, 0.75].map((quantile) => quantile * (count - 1));
  const valueAt = (position: number) => `min(x) FILTER (upto > ${position})`;
  const values = positions.flatMap((position) => [valueAt(Math.floor(position)), valueAt(Math.ceil(position))]);
  const [row = []] = await duck.numberRows(
    `SELECT ${values} FROM (SELECT x, (sum(n) OVER (ORDER BY x))::BIGINT AS upto FROM ${finite})`,
  );
  return positions.map((position, i) => {
    const [below = 0, above = 0] = row.slice(2 * i, 2 * i + 2);
    return below + (above - below) * (position - Math.floor(position));
  });
}

async function binsOf(duck: DuckDb, finite: string, min: number, max: number) {
  const width = (max - min) / BINS;
  const index = width > 0 ? `least(${BINS - 1}, floor((x - ${min}) / ${width}))::INTEGER` : '0';
  const rows = await duck.numberRows(`SELECT ${index} AS bin, sum(n) FROM ${finite} GROUP BY bin`);
  const counts = new Map(rows.map(([bin, n]) => [bin, n]));
  return Array.from({ length: width > 0 ? BINS : 1 }, (_, b) => ({
    from: min + b * width,
    to: b === BINS - 1 ? max : min + (b + 1) * width,
    count: counts.get(b) ?? 0,
  }));
}
