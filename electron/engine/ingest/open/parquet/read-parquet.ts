import { rmSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { PortraitError } from '../../../../../shared/errors.ts';
import { duckDbError } from '../../duckdb-error.ts';
import { literalPath } from '../../literal-path.ts';
import { quoteSql } from '../../stage/read-sql.ts';
import { damagedFile, encryptedFile, MAX_COLUMNS, tooManyColumns } from '../file-errors.ts';
import { readJson } from '../json/read-json.ts';
import type { OpenContext } from '../open-context.ts';
import type { Table } from '../table.ts';
import { unsupportedFormat } from '../unsupported-format.ts';
import { isNested, textSql } from './columns.ts';

const CHECK_EVERY_MS = 100;
/** Number of rows read for a preview. */
const PREVIEW_ROWS = 5000;

/**
 * Converts a Parquet file to a table whose line numbers are the row numbers of the file (from 1). Flat columns are
 * converted to text directly; if any are nested, each row becomes a document. Throws FILE_DAMAGED, FILE_ENCRYPTED,
 * FILE_TOO_WIDE and the errors of `readJson`.
 */
export function readParquet(path: string, context: OpenContext): Promise<Table> {
  return withTableEngine(context, async (run) => {
    const source = `read_parquet(${quoteSql(literalPath(path))}, binary_as_string = true)`;
    const columns = await columnsOf(run, source);
    if (columns.length > MAX_COLUMNS) throw tooManyColumns(context.file, MAX_COLUMNS);
    if (columns.length === 0) throw damagedFile(context.file, { variant: 'no-columns' });
    const rows = `FROM ${source} ${context.limit === null ? '' : `LIMIT ${PREVIEW_ROWS}`}`;
    const copy = context.temporary();
    const cells = columns.map(({ name, type }) => `${textSql(nameSql(name), type)} AS ${nameSql(name)}`);
    if (columns.some(({ type }) => isNested(type))) {
      await run(`COPY (SELECT ${cells} ${rows}) TO ${quoteSql(copy)} (FORMAT json)`);
      const table = readJson({ path: copy, layout: { kind: 'lines' }, truncated: false }, context);
      rmSync(copy);
      return table;
    }
    const quoteOption = columns.length === 1 ? ', FORCE_QUOTE *' : '';
    await run(`COPY (SELECT ${cells} ${rows}) TO ${quoteSql(copy)} (FORMAT csv, HEADER, NULLSTR ''${quoteOption})`);
    return {
      path: copy,
      copyFormat: { header: true },
      lineOf: (ordinal) => ordinal + 1,
      rejected: [],
      rejectedCount: 0,
    };
  });
}

type RunQuery = (sql: string) => ReturnType<DuckDBConnection['runAndReadAll']>;

async function columnsOf(run: RunQuery, source: string): Promise<{ name: string; type: string }[]> {
  const columnRows = (await run(`DESCRIBE SELECT * FROM ${source}`)).getRowObjects();
  return columnRows.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
}

const nameSql = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Creates a separate DuckDB instance for one file, so that reading it depends on nothing else. */
async function withTableEngine<T>(context: OpenContext, work: (run: RunQuery) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '350MB',
    temp_directory: context.folder,
    preserve_insertion_order: 'true',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    await connection.run("SET TimeZone = 'UTC'");
    return await work((sql) => interruptible(connection, context, sql));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function interruptible(connection: DuckDBConnection, context: OpenContext, sql: string) {
  let cancellation: unknown = null;
  const timer = setInterval(() => {
    try {
      context.onProgress(0, 0);
    } catch (error) {
      cancellation = error;
      connection.interrupt();
    }
  }, CHECK_EVERY_MS);
  try {
    return await connection.runAndReadAll(sql);
  } catch (error) {
    throw cancellation ?? parquetError(error, context.file);
  } finally {
    clearInterval(timer);
  }
}

function parquetError(thrown: unknown, file: string): unknown {
  const error = duckDbError(thrown);
  if (error instanceof PortraitError || !(error instanceof Error)) return error;
  if (/encrypt/i.test(error.message)) return encryptedFile(file, null);
  if (/not implemented|unsupported/i.test(error.message)) {
    return unsupportedFormat(file, 'parquet');
  }
  const reason = error.message.split('\n')[0]!.replace(/\.$/, '');
  return /^(Invalid Input|IO) Error|TProtocol|parquet/i.test(error.message)
    ? damagedFile(file, { variant: 'structure', reason }, error)
    : error;
}
