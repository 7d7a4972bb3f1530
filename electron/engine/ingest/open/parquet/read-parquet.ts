import { rmSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { PortraitError } from '../../../../../shared/errors.ts';
import { tableEngineError } from '../../duckdb-error.ts';
import { literalPath } from '../../literal-path.ts';
import { quoteSql } from '../../stage/read-sql.ts';
import { damaged, encrypted, MAX_COLUMNS, tooWide, unreadableFormat } from '../file-errors.ts';
import { readJson } from '../json/read-json.ts';
import type { Opening } from '../open-context.ts';
import type { Table } from '../table.ts';
import { isNested, textSql } from './columns.ts';

const CHECK_EVERY_MS = 100;
/** Rows of which a preview is made. */
const PREVIEWED = 5000;

/**
 * Makes a table of a Parquet file, with the row numbers of the file as its lines (from 1). Flat columns become text directly; where
 * some are nested, each row is a document. Throws FILE_DAMAGED, FILE_ENCRYPTED, FILE_TOO_WIDE and what `readJson` throws.
 */
export function readParquet(path: string, opening: Opening): Promise<Table> {
  return withTableEngine(opening, async (run) => {
    const source = `read_parquet(${quoteSql(literalPath(path))}, binary_as_string = true)`;
    const columns = await columnsOf(run, source);
    if (columns.length > MAX_COLUMNS) throw tooWide(opening.file, MAX_COLUMNS);
    if (columns.length === 0) throw damaged(opening.file, 'it has no columns');
    const rows = `FROM ${source} ${opening.limit === null ? '' : `LIMIT ${PREVIEWED}`}`;
    const copy = opening.temporary();
    const cells = columns.map(({ name, type }) => `${textSql(nameSql(name), type)} AS ${nameSql(name)}`);
    if (columns.some(({ type }) => isNested(type))) {
      await run(`COPY (SELECT ${cells} ${rows}) TO ${quoteSql(copy)} (FORMAT json)`);
      const table = readJson({ path: copy, layout: { kind: 'lines' }, truncated: false }, opening);
      rmSync(copy);
      return table;
    }
    const quoted = columns.length === 1 ? ', FORCE_QUOTE *' : '';
    await run(`COPY (SELECT ${cells} ${rows}) TO ${quoteSql(copy)} (FORMAT csv, HEADER, NULLSTR ''${quoted})`);
    return { path: copy, written: { header: true }, lineOf: (ordinal) => ordinal + 1, rejected: [], rejectedCount: 0 };
  });
}

type Run = (sql: string) => ReturnType<DuckDBConnection['runAndReadAll']>;

async function columnsOf(run: Run, source: string): Promise<{ name: string; type: string }[]> {
  const described = (await run(`DESCRIBE SELECT * FROM ${source}`)).getRowObjects();
  return described.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
}

const nameSql = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A table engine for one file: what is read of it depends on nothing else. */
async function withTableEngine<T>(opening: Opening, work: (run: Run) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '350MB',
    temp_directory: opening.folder,
    preserve_insertion_order: 'true',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    await connection.run("SET TimeZone = 'UTC'");
    return await work((sql) => interruptible(connection, opening, sql));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function interruptible(connection: DuckDBConnection, opening: Opening, sql: string) {
  let cancellation: unknown = null;
  const timer = setInterval(() => {
    try {
      opening.step(0, 0);
    } catch (error) {
      cancellation = error;
      connection.interrupt();
    }
  }, CHECK_EVERY_MS);
  try {
    return await connection.runAndReadAll(sql);
  } catch (error) {
    throw cancellation ?? understood(error, opening.file);
  } finally {
    clearInterval(timer);
  }
}

function understood(thrown: unknown, file: string): unknown {
  const error = tableEngineError(thrown);
  if (error instanceof PortraitError || !(error instanceof Error)) return error;
  if (/encrypt/i.test(error.message)) return encrypted(file, null);
  if (/not implemented|unsupported/i.test(error.message)) {
    const hint = 'Export the data as plain Parquet, NDJSON or CSV and import that.';
    return unreadableFormat(file, 'a Parquet file of a kind that cannot be read here', hint);
  }
  const what = error.message.split('\n')[0]!.replace(/\.$/, '');
  return /^(Invalid Input|IO) Error|TProtocol|parquet/i.test(error.message) ? damaged(file, what, error) : error;
}
