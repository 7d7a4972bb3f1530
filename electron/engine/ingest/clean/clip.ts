import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import type { Duck } from '../duck.ts';
import { type Staged, USABLE } from '../stage.ts';

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
    const limit = await quantileOf(duck, table, field, quantile);
    if (limit === null) continue;
    set.push(`"${field}" = least("${field}", ${limit}::DOUBLE)`);
    above.push(`"${field}" > ${limit}::DOUBLE`);
  }
  if (set.length === 0) return 0;
  return duck.number(`UPDATE ${table} SET ${set} WHERE ${USABLE} AND (${above.join(' OR ')})`);
}

/** Sorted rather than aggregated: a sort can spill to disk, a quantile keeps all values in memory. */
async function quantileOf(duck: Duck, table: string, field: Field, quantile: number): Promise<number | null> {
  const filled = `FROM ${table} WHERE ${USABLE} AND "${field}" IS NOT NULL`;
  const values = await duck.number(`SELECT count(*) ${filled}`);
  if (values === 0) return null;
  // Beyond the precision of the product: 0.95 * 20 is 19, not a little more.
  const rank = Math.max(Math.ceil(quantile * values - 1e-9 * values), 1);
  return duck.number(`SELECT "${field}" ${filled} ORDER BY 1 LIMIT 1 OFFSET ${rank - 1}`);
}
