import { rmSync, statSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { PortraitError } from '../../../../../shared/errors.ts';
import { nativeCall } from '../../../threads/native-calls.ts';
import { duckDbError } from '../../duckdb-error.ts';
import { literalPath } from '../../literal-path.ts';
import { quoteSql } from '../../stage/read-sql.ts';
import { Budget, LIMITS, writableBytes } from '../archive/budget.ts';
import { damagedFile, encryptedFile, MAX_COLUMNS, tooManyColumns } from '../file-errors.ts';
import { readJson } from '../json/read-json.ts';
import type { OpenContext } from '../open-context.ts';
import type { Table } from '../table.ts';
import { unsupportedFormat } from '../unsupported-format.ts';
import { isNested, textSql } from './columns.ts';
import { exactSize, sizeBound } from './expanded-size.ts';

const CHECK_EVERY_MS = 100;
/** Number of rows read for a preview. */
const PREVIEW_ROWS = 5000;
/** Average number of bytes above which rows are large. */
const LARGE_ROW = 500;

/**
 * Converts a Parquet file to a table whose line numbers are the row numbers of the file (from 1). Flat columns are
 * converted to text directly; if any are nested, each row becomes a document. Throws FILE_DAMAGED, FILE_ENCRYPTED,
 * FILE_TOO_WIDE, ARCHIVE_BOMB, DISK_FULL and the errors of `readJson`.
 */
export function readParquet(path: string, context: OpenContext): Promise<Table> {
  return withTableEngine(context, async (run) => {
    const file = literalPath(path);
    const source = `read_parquet(${quoteSql(file)}, binary_as_string = true)`;
    const columns = await columnsOf(run, source);
    if (columns.length > MAX_COLUMNS) throw tooManyColumns(context.file, MAX_COLUMNS);
    if (columns.length === 0) throw damagedFile(context.file, { variant: 'no-columns' });
    const rows = `FROM ${source} ${context.limit === null ? '' : `LIMIT ${PREVIEW_ROWS}`}`;
    const copy = context.temporary();
    const cells = columns.map(({ name, type }) => `${textSql(nameSql(name), type)} AS ${nameSql(name)}`);
    const isDocument = columns.some(({ type }) => isNested(type));
    if (context.limit === null) await requireRoom(run, path, source, columns, context);
    const write = (format: string) =>
      writeWithin(newBudget(path, context), copy, (check) =>
        run(`COPY (SELECT ${cells} ${rows}) TO ${quoteSql(copy)} (${format})`, check),
      );
    if (isDocument) {
      await write('FORMAT json');
      const table = readJson({ path: copy, layout: { kind: 'lines' }, truncated: false }, context);
      rmSync(copy);
      return table;
    }
    await write(`FORMAT csv, HEADER, NULLSTR ''${columns.length === 1 ? ', FORCE_QUOTE *' : ''}`);
    return {
      path: copy,
      copyFormat: { header: true },
      lineOf: (ordinal) => ordinal + 1,
      rejected: [],
      rejectedCount: 0,
    };
  });
}

const newBudget = (path: string, context: OpenContext) =>
  new Budget(context.file, statSync(path).size, context.folder, LIMITS, 'parquet');

/**
 * Throws ARCHIVE_BOMB and DISK_FULL if the file is too large as text: DuckDB writes what it holds in memory to the end
 * even if it is interrupted. Large rows are converted by one thread: each thread holds 120,000 of them in memory.
 */
async function requireRoom(
  run: RunQuery,
  path: string,
  source: string,
  columns: readonly Column[],
  context: OpenContext,
): Promise<void> {
  const numberRows = async (sql: string) => (await run(sql)).getRows().map((row) => row.map(Number));
  const bound = await sizeBound(numberRows, literalPath(path));
  if (bound.bytes <= LIMITS.bytes) return;
  const texts = columns.flatMap(({ name, type }) => {
    if (isNested(type)) return [`to_json(${nameSql(name)})::VARCHAR`];
    return type === 'VARCHAR' ? [nameSql(name)] : [];
  });
  const { rows, bytes } = await exactSize(numberRows, source, texts, columns.length - texts.length);
  newBudget(path, context).spend(bytes);
  if (bytes / Math.max(1, rows) > LARGE_ROW) await run('SET threads = 1');
}

/** Calls `write`, and its argument while it writes `copy`. Throws ARCHIVE_BOMB and DISK_FULL, without the copy. */
async function writeWithin(
  budget: Budget,
  copy: string,
  write: (check: () => void) => Promise<unknown>,
): Promise<void> {
  let written = 0;
  const check = () => {
    const size = statSync(copy, { throwIfNoEntry: false })?.size ?? 0;
    budget.spend(Math.max(0, size - written));
    written = size;
  };
  try {
    await write(check);
    check();
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
}

interface Column {
  readonly name: string;
  readonly type: string;
}

type RunQuery = (sql: string, check?: () => void) => ReturnType<DuckDBConnection['runAndReadAll']>;

async function columnsOf(run: RunQuery, source: string): Promise<Column[]> {
  const columnRows = (await run(`DESCRIBE SELECT * FROM ${source}`)).getRowObjects();
  return columnRows.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
}

const nameSql = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Creates a separate DuckDB instance for one file, so that reading it depends on nothing else. */
async function withTableEngine<T>(context: OpenContext, work: (run: RunQuery) => Promise<T>): Promise<T> {
  const options = {
    memory_limit: '350MB',
    temp_directory: context.folder,
    max_temp_directory_size: `${writableBytes(context.folder)}B`,
    preserve_insertion_order: 'true',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  };
  const instance = await nativeCall(() => DuckDBInstance.create(':memory:', options));
  const connection = await nativeCall(() => instance.connect());
  try {
    await nativeCall(() => connection.run("SET TimeZone = 'UTC'"));
    return await work((sql, check) => interruptible(connection, context, sql, check));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function interruptible(
  connection: DuckDBConnection,
  context: OpenContext,
  sql: string,
  check: () => void = () => {},
) {
  let reason: unknown = null;
  const timer = setInterval(() => {
    try {
      context.onProgress(0, 0);
      check();
    } catch (error) {
      reason = error;
      connection.interrupt();
    }
  }, CHECK_EVERY_MS);
  try {
    return await nativeCall(() => connection.runAndReadAll(sql));
  } catch (error) {
    throw reason ?? parquetError(error, context.file);
  } finally {
    clearInterval(timer);
  }
}

/** Converts DuckDB's errors about a file, which only their text tells apart, as in `duckDbError`. */
function parquetError(thrown: unknown, file: string): unknown {
  const error = duckDbError(thrown);
  if (error instanceof PortraitError || !(error instanceof Error)) return error;
  if (/encrypt/i.test(error.message)) return encryptedFile(file, null);
  if (/not implemented|unsupported/i.test(error.message)) {
    return unsupportedFormat(file, 'parquet');
  }
  const systemMessage = error.message.split('\n')[0]!.replace(/\.$/, '');
  return /^(Invalid Input|IO) Error|TProtocol|parquet/i.test(error.message)
    ? damagedFile(file, { variant: 'structure', systemMessage }, error)
    : error;
}
