import type { DuckDBValue } from '@duckdb/node-api';
import type { StepExample } from '../../../../shared/contract/import-steps.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { isDated } from './ranges.ts';

const MAX_EXAMPLES = 5;

/** Number of usable rows of a staged table that meet a condition, and the first of them as examples. */
export async function findMatches(duck: DuckDb, staged: Staged, condition: string) {
  const rows = await duck.number(`SELECT count(*) FROM ${staged.table} WHERE ${USABLE} AND (${condition})`);
  return { rows, examples: rows === 0 ? [] : await examplesOf(duck, staged, condition) };
}

/** Returns the first five usable rows of a staged table that meet a condition. */
export async function examplesOf(duck: DuckDb, staged: Staged, condition: string): Promise<StepExample[]> {
  const { table, fields, hasTimeColumn } = staged;
  const shownFields = (['user', 'action', 'item', 'price'] as const).filter((field) => fields.has(field));
  const columns = [...shownFields.map((field) => `"${field}"`), ...(hasTimeColumn ? ['ms::DOUBLE AS ms'] : [])];
  if (columns.length === 0) return [];
  const rows = await duck.rows(
    `SELECT ${columns} FROM ${table} WHERE ${USABLE} AND (${condition}) LIMIT ${MAX_EXAMPLES}`,
  );
  return rows.map((row) => ({
    user: textOf(row.user),
    time: timeOf(row.ms, staged),
    action: textOf(row.action),
    item: textOf(row.item),
    price: typeof row.price === 'number' ? row.price : null,
  }));
}

const textOf = (value: DuckDBValue | undefined) => (typeof value === 'string' ? value : null);

function timeOf(ms: DuckDBValue | undefined, staged: Staged): string | null {
  if (typeof ms !== 'number') return null;
  if (!isDated(staged)) return String(ms);
  const iso = new Date(ms).toISOString();
  return staged.timeKind === 'date' ? iso.replace(/T.*/, '') : iso;
}
