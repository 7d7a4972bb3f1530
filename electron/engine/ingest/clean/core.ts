import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { leaveOut } from './leave-out.ts';

/**
 * Drops items with fewer than `item` events and users with fewer than `user` events, across all files, repeating until
 * none remain: the k-core (Seidman, "Network structure and minimum degree", 1983). An event without an item counts only
 * for its user. Returns the number of rows dropped from each table, in order.
 */
export async function leaveOutRare(
  duck: DuckDb,
  staged: readonly Staged[],
  { user = 1, item = 1 }: NonNullable<Cleaning['core']>,
): Promise<number[]> {
  if (staged.length === 0) return [];
  const rows = staged.map(
    ({ table, fields }) =>
      `SELECT "user", ${fields.has('item') ? 'item' : 'NULL::VARCHAR AS item'} FROM ${table} WHERE ${USABLE}`,
  );
  await duck.run(`CREATE OR REPLACE TABLE pairs AS
    SELECT "user", item, count(*) AS events FROM (${rows.join(' UNION ALL ')}) GROUP BY ALL`);
  for (let removed = 1; removed > 0; ) {
    removed = await removeRare(duck, '"user"', user);
    removed += await removeRare(duck, 'item', item);
  }
  const droppedRows: number[] = [];
  for (const { table, fields } of staged) {
    const isRare = `NOT EXISTS (SELECT 1 FROM pairs p WHERE p."user" = ${table}."user"
      AND p.item IS NOT DISTINCT FROM ${fields.has('item') ? `${table}.item` : 'NULL'})`;
    droppedRows.push(await leaveOut(duck, table, 'core', isRare));
  }
  await duck.run('DROP TABLE pairs');
  return droppedRows;
}

async function removeRare(duck: DuckDb, column: string, minimum: number): Promise<number> {
  if (minimum <= 1) return 0;
  return duck.number(`DELETE FROM pairs WHERE ${column} IN (
    SELECT ${column} FROM pairs WHERE ${column} IS NOT NULL GROUP BY 1 HAVING sum(events) < ${minimum})`);
}
