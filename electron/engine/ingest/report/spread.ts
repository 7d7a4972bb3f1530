import type { Spread } from '../../../../shared/contract/import-report.ts';
import type { Duck } from '../duck.ts';

/** Describes the column `n` of a query, of whole numbers from 1; null where it has no rows. */
export async function readSpread(duck: Duck, counts: string): Promise<Spread | null> {
  const quantiles = [0.5, 0.9, 0.99].map((share) => `quantile_disc(n, ${share})`);
  const [summary] = await duck.numberRows(
    `SELECT count(*), avg(n), ${quantiles}, max(n) FROM (${counts}) HAVING count(*) > 0`,
  );
  if (!summary) return null;
  const [count = 0, mean = 0, median = 0, p90 = 0, p99 = 0, max = 0] = summary;
  const bins = await duck.numberRows(
    `SELECT floor(log2(n))::INTEGER AS power, count(*) FROM (${counts}) GROUP BY power ORDER BY power`,
  );
  return {
    ...{ count, mean, median, p90, p99, max },
    bins: bins.map(([power = 0, inBin = 0]) => ({ from: 2 ** power, to: 2 ** (power + 1) - 1, count: inBin })),
  };
}
