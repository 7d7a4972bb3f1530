import type { ColumnProfile } from '../../../../shared/contract/examine.ts';
import { columnType } from '../detect/column-type.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { quoteSql } from '../stage/read-sql.ts';
import { describeNumbers } from './describe-numbers.ts';
import { type RawColumn, type RawFile, readRaw } from './raw-table.ts';

const TOP_VALUES = 8;
/** Distinct values are counted exactly if their estimated number does not exceed this by more than 10 %. */
const MAX_EXACT_DISTINCT = 1_000_000;

type ColumnDescription = Omit<ColumnProfile, 'personal' | 'privacy' | 'use'>;

/** Describes the columns of a checked file, over all rows with a valid structure. */
export async function describeColumns(duck: DuckDb, file: RawFile): Promise<ColumnDescription[]> {
  const columns = await readRaw(duck, file);
  const descriptions: ColumnDescription[] = [];
  for (const column of columns) descriptions.push(await describe(duck, column));
  await duck.run('DROP TABLE raw');
  return descriptions;
}

async function describe(duck: DuckDb, { name, cell, sampleValues }: RawColumn): Promise<ColumnDescription> {
  const [stats] = await duck.rows(
    `SELECT count(*) AS rows, count(${cell}) AS filled, count(try_cast(${cell} AS DOUBLE)) AS numbers,
       approx_count_distinct(${cell}) AS distinct, to_json(approx_top_k(${cell}, ${TOP_VALUES})) AS top FROM raw`,
  );
  const [rows, filled, numbers, estimate] = [stats?.rows, stats?.filled, stats?.numbers, stats?.distinct].map(Number);
  const candidates: unknown = JSON.parse(String(stats?.top ?? '[]'));
  const values = Array.isArray(candidates) ? candidates.filter((value) => typeof value === 'string') : [];
  const type = typeOf(sampleValues, filled ?? 0, numbers ?? 0);
  return {
    name,
    type,
    rows: rows ?? 0,
    missing: (rows ?? 0) - (filled ?? 0),
    distinct:
      (estimate ?? 0) > MAX_EXACT_DISTINCT * 1.1
        ? (estimate ?? 0)
        : await duck.number(`SELECT count(DISTINCT ${cell}) FROM raw`),
    top: await countEach(duck, cell, values),
    numbers: type === 'number' ? await describeNumbers(duck, `try_cast(${cell} AS DOUBLE)`) : null,
  };
}

/** Numbers are recognised over the whole file, times by the values at its start. */
function typeOf(sampleValues: readonly string[], filled: number, numbers: number): ColumnProfile['type'] {
  if (filled === 0) return 'empty';
  if (columnType(sampleValues) === 'time') return 'time';
  return numbers > 0.95 * filled ? 'number' : 'text';
}

/** Counts the given values exactly; which values are the most frequent is approximate. */
async function countEach(duck: DuckDb, cell: string, values: readonly string[]): Promise<ColumnProfile['top']> {
  if (values.length === 0) return [];
  const counts = await duck.rows(
    `SELECT ${cell} AS value, count(*) AS count FROM raw WHERE ${cell} IN (${values.map(quoteSql)}) GROUP BY ${cell} ORDER BY count DESC, value`,
  );
  return counts.map(({ value, count }) => ({ value: String(value).slice(0, 200), count: Number(count) }));
}
