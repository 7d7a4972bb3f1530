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

/** Counts of the cells of a column. */
interface CellCounts {
  readonly filled: number;
  readonly numbers: number;
  readonly distinct: number;
  readonly top: ColumnProfile['top'];
  /** Name of a table of its numbers; see `describeNumbers`. */
  readonly numberTable: string;
}

/** Describes the columns of a checked file, over all rows with a valid structure. */
export async function describeColumns(duck: DuckDb, file: RawFile): Promise<ColumnDescription[]> {
  const columns = await readRaw(duck, file);
  const estimates = columns.map(({ cell }) => `approx_count_distinct(${cell})`);
  const [[rows = 0, ...distinct] = []] = await duck.numberRows(`SELECT count(*), ${estimates} FROM raw`);
  const descriptions: ColumnDescription[] = [];
  for (const [i, column] of columns.entries()) descriptions.push(await describe(duck, column, rows, distinct[i] ?? 0));
  await duck.run('DROP TABLE raw; DROP TABLE IF EXISTS cell_counts');
  return descriptions;
}

async function describe(
  duck: DuckDb,
  { name, cell, sampleValues }: RawColumn,
  rows: number,
  estimate: number,
): Promise<ColumnDescription> {
  const count = estimate > MAX_EXACT_DISTINCT * 1.1 ? countMany : countEach;
  const { filled, numbers, distinct, top, numberTable } = await count(duck, cell, estimate);
  const type = typeOf(sampleValues, filled, numbers);
  return {
    ...{ name, type, rows, missing: rows - filled, distinct, top },
    numbers: type === 'number' ? await describeNumbers(duck, numberTable) : null,
  };
}

/** Numbers are recognised over the whole file, times by the values at its start. */
function typeOf(sampleValues: readonly string[], filled: number, numbers: number): ColumnProfile['type'] {
  if (filled === 0) return 'empty';
  if (columnType(sampleValues) === 'time') return 'time';
  return numbers > 0.95 * filled ? 'number' : 'text';
}

/** Counts the distinct cells exactly, and describes the column from these counts. */
async function countEach(duck: DuckDb, cell: string): Promise<CellCounts> {
  await duck.run(`CREATE OR REPLACE TABLE cell_counts AS SELECT value, n, try_cast(value AS DOUBLE) AS x
    FROM (SELECT ${cell} AS value, count(*) AS n FROM raw WHERE ${cell} IS NOT NULL GROUP BY value)`);
  const [[filled = 0, distinct = 0, numbers = 0] = []] = await duck.numberRows(
    'SELECT coalesce(sum(n), 0), count(*), coalesce(sum(n) FILTER (x IS NOT NULL), 0) FROM cell_counts',
  );
  const top = await topOf(duck, `SELECT value, n FROM cell_counts ORDER BY n DESC, value LIMIT ${TOP_VALUES}`);
  return { filled, numbers, distinct, top, numberTable: 'cell_counts' };
}

/** Describes a column with very many distinct cells: their number and the most frequent ones are estimates. */
async function countMany(duck: DuckDb, cell: string, estimate: number): Promise<CellCounts> {
  const [stats] = await duck.rows(
    `SELECT count(${cell}) AS filled, count(try_cast(${cell} AS DOUBLE)) AS numbers,
       to_json(approx_top_k(${cell}, ${TOP_VALUES})) AS top FROM raw`,
  );
  const candidates: unknown = JSON.parse(String(stats?.top ?? '[]'));
  const values = Array.isArray(candidates) ? candidates.filter((value) => typeof value === 'string') : [];
  const isCandidate = `${cell} IN (${values.map(quoteSql)})`;
  const counts = `SELECT ${cell} AS value, count(*) AS n FROM raw WHERE ${isCandidate} GROUP BY value ORDER BY n DESC, value`;
  return {
    ...{ filled: Number(stats?.filled), numbers: Number(stats?.numbers), distinct: estimate },
    top: values.length === 0 ? [] : await topOf(duck, counts),
    numberTable: `(SELECT try_cast(${cell} AS DOUBLE) AS x, 1 AS n FROM raw)`,
  };
}

async function topOf(duck: DuckDb, sql: string): Promise<ColumnProfile['top']> {
  return (await duck.rows(sql)).map(({ value, n }) => ({ value: String(value).slice(0, 200), count: Number(n) }));
}
