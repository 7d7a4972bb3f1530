import type { DuckDb } from '../stage/duckdb.ts';

/**
 * Returns, for each of `quantiles`, the smallest value such that at least this share of the values is less than or
 * equal to it; null if there are no values. `rows` is the remainder of a FROM clause; NULLs are ignored. Distinct
 * values are counted first, since prices and quantities repeat. Unlike the quantile aggregate, this query can spill to
 * disk.
 */
export async function quantilesOf(
  duck: DuckDb,
  rows: string,
  column: string,
  quantiles: readonly number[],
): Promise<(number | null)[]> {
  const counts = `SELECT x, count(*) AS n FROM (SELECT "${column}" AS x FROM ${rows}) WHERE x IS NOT NULL GROUP BY x`;
  const ranked = `SELECT x, (sum(n) OVER (ORDER BY x))::DOUBLE AS upto, (sum(n) OVER ())::DOUBLE AS total FROM (${counts})`;
  // Slightly below the product, so that rounding does not lift 0.95 × 20 above 19.
  const rank = (quantile: number) => `greatest(ceil(${quantile} * total * (1 - 1e-12)), 1)`;
  const values = quantiles.map((quantile, i) => `min(x) FILTER (upto >= ${rank(quantile)}) AS q${i}`);
  const [row = {}] = await duck.rows(`SELECT ${values} FROM (${ranked})`);
  return quantiles.map((_, i) => {
    const value = row[`q${i}`];
    return typeof value === 'number' ? value : null;
  });
}
