import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { Staged } from '../stage/stage.ts';
import { leaveOut } from './leave-out.ts';

/** Drops rows outside a time range (bounds inclusive). Returns null if the file has no dated times. */
export async function limitTimes(
  duck: DuckDb,
  staged: Staged,
  { from, to }: NonNullable<Cleaning['times']>,
): Promise<number | null> {
  if (!isDated(staged)) return null;
  const bound = (iso: string | undefined) => (iso === undefined ? undefined : Date.parse(iso));
  return leaveOut(duck, staged.table, 'times', outOfRangeSql('ms', bound(from), bound(to)));
}

/**
 * Drops rows with a price outside a range (bounds inclusive); keeps rows without a price. Returns null if the file has
 * no prices.
 */
export async function limitPrices(
  duck: DuckDb,
  { table, fields }: Staged,
  { min, max }: NonNullable<Cleaning['prices']>,
): Promise<number | null> {
  if (!fields.has('price')) return null;
  return leaveOut(duck, table, 'prices', outOfRangeSql('price', min, max));
}

/** Whether `ms` holds dates rather than positions. */
export const isDated = ({ timeKind, hasTimeColumn }: Staged) =>
  hasTimeColumn && (timeKind === 'clock' || timeKind === 'date');

function outOfRangeSql(column: string, min: number | undefined, max: number | undefined): string {
  const below = min === undefined ? [] : [`${column} < ${min}`];
  const above = max === undefined ? [] : [`${column} > ${max}`];
  return [...below, ...above].join(' OR ') || 'false';
}
