import type { DuckDb } from '../stage/duckdb.ts';

/**
 * The smallest value that at least the share `quantile` of the values do not exceed; null if there are none. `rows` is
 * the rest of a FROM clause; NULLs are ignored. Uses a sort rather than an aggregate: a sort can spill to disk, while a
 * quantile aggregate keeps all values in memory.
 */
export async function quantileOf(duck: DuckDb, rows: string, column: string, quantile: number): Promise<number | null> {
  const nonNull = `FROM (SELECT "${column}" AS x FROM ${rows}) WHERE x IS NOT NULL`;
  const values = await duck.number(`SELECT count(*) ${nonNull}`);
  if (values === 0) return null;
  // Slightly below the product, so that rounding does not lift 0.95 × 20 above 19.
  const rank = Math.max(Math.ceil(quantile * values * (1 - 1e-12)), 1);
  return duck.number(`SELECT x ${nonNull} ORDER BY x LIMIT 1 OFFSET ${rank - 1}`);
}
