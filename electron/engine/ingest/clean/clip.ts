import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { quantilesOf } from './quantile.ts';

const CLIPPED: readonly Field[] = ['price', 'amount', 'quantity'];

/**
 * Clips prices, amounts and quantities at an upper quantile of their column, over the whole file (one-sided
 * winsorising; Tukey, "The future of data analysis", 1962). The quantile is a value of the column: the smallest that at
 * least this share of the values do not exceed. Returns the number of changed rows.
 */
export async function clipOutliers(
  duck: DuckDb,
  { table, fields }: Staged,
  { quantile }: NonNullable<Cleaning['clip']>,
): Promise<number> {
  const assignments: string[] = [];
  const conditions: string[] = [];
  for (const field of CLIPPED.filter((name) => fields.has(name))) {
    const [limit = null] = await quantilesOf(duck, `${table} WHERE ${USABLE}`, field, [quantile]);
    if (limit === null) continue;
    assignments.push(`"${field}" = least("${field}", ${limit}::DOUBLE)`);
    conditions.push(`"${field}" > ${limit}::DOUBLE`);
  }
  if (assignments.length === 0) return 0;
  return duck.number(`UPDATE ${table} SET ${assignments} WHERE ${USABLE} AND (${conditions.join(' OR ')})`);
}
