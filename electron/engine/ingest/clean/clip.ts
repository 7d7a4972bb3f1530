import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import type { Duck } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { quantileOf } from './quantile.ts';

const CLIPPED: readonly Field[] = ['price', 'amount', 'quantity'];

/**
 * Brings prices, amounts and quantities above a quantile of their column, over the whole file, down to it (one-sided
 * winsorising; Tukey, "The future of data analysis", 1962). The quantile is a value of the column: the least that at least
 * this share of the values do not exceed. Returns the rows it changed.
 */
export async function clipOutliers(
  duck: Duck,
  { table, fields }: Staged,
  { quantile }: NonNullable<Cleaning['clip']>,
): Promise<number> {
  const set: string[] = [];
  const above: string[] = [];
  for (const field of CLIPPED.filter((one) => fields.has(one))) {
    const limit = await quantileOf(duck, `${table} WHERE ${USABLE}`, field, quantile);
    if (limit === null) continue;
    set.push(`"${field}" = least("${field}", ${limit}::DOUBLE)`);
    above.push(`"${field}" > ${limit}::DOUBLE`);
  }
  if (set.length === 0) return 0;
  return duck.number(`UPDATE ${table} SET ${set} WHERE ${USABLE} AND (${above.join(' OR ')})`);
}
