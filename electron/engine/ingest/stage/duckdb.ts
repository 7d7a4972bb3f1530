import { mkdirSync, rmSync } from 'node:fs';
import {
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { JobContext } from '../../jobs/context.ts';
import { temporaryFolder } from '../../store/workspace.ts';
import { nativeCall } from '../../threads/native-calls.ts';
import { duckDbError } from '../duckdb-error.ts';
import { writableBytes } from '../open/archive/budget.ts';
import { CREATE_DROPPED_BY } from './dropped-by.ts';

const CHECK_EVERY_MS = 100;

/**
 * DuckDB, in which files are read and sorted before anything is written to the store; it spills to a folder in the
 * workspace.
 */
export interface DuckDb {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Record<string, DuckDBValue>[]>;
  /** The first value of the first row as a number; 0 if there is none. */
  number(sql: string): Promise<number>;
  /** Rows of numbers, in column order; NULL becomes 0. */
  numberRows(sql: string): Promise<number[][]>;
  stream(sql: string): AsyncIterable<DuckDBDataChunk>;
  /** Runs queries on a second connection to the same tables, concurrently with those of the first. */
  onSecondConnection<T>(work: (duck: DuckDb) => Promise<T>): Promise<T>;
  appender(table: string): Promise<DuckDBAppender>;
  /** Folder for temporary files of the import. */
  readonly folder: string;
}

/**
 * Runs `work` with its own DuckDB instance, and deletes the temporary folder afterwards. Running queries are
 * interrupted shortly after the job is cancelled.
 */
export async function withDuckDb<T>(context: JobContext, work: (duck: DuckDb) => Promise<T>): Promise<T> {
  const folder = temporaryFolder(context.workspace.path);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const options = {
    memory_limit: '300MB',
    temp_directory: folder,
    max_temp_directory_size: `${writableBytes(folder)}B`,
    preserve_insertion_order: 'true',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  };
  const instance = await nativeCall(() => DuckDBInstance.create(':memory:', options));
  try {
    return await withConnection(instance, folder, context, async (duck) => {
      // DuckDB compresses in-memory tables only at a checkpoint, which takes longer than spilling uncompressed data to
      // disk.
      await duck.run("ATTACH ':memory:' AS staging (COMPRESS)");
      await duck.run('USE staging');
      await duck.run(CREATE_DROPPED_BY);
      return await work(duck);
    });
  } finally {
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withConnection<T>(
  instance: DuckDBInstance,
  folder: string,
  context: JobContext,
  work: (duck: DuckDb) => Promise<T>,
): Promise<T> {
  const connection = await nativeCall(() => instance.connect());
  const onSecondConnection = <B>(callback: (duck: DuckDb) => Promise<B>) =>
    withConnection(instance, folder, context, async (duck) => {
      await duck.run('USE staging');
      return await callback(duck);
    });
  try {
    return await work({ ...queriesOf(connection, context), folder, onSecondConnection });
  } finally {
    connection.closeSync();
  }
}

function queriesOf(connection: DuckDBConnection, context: JobContext): Omit<DuckDb, 'folder' | 'onSecondConnection'> {
  const cancellable = <T>(query: () => Promise<T>) => interruptible(connection, context, query);
  const rows = async (sql: string) => (await cancellable(() => connection.runAndReadAll(sql))).getRowObjects();
  return {
    rows,
    appender: (table) => nativeCall(() => connection.createAppender(table)),
    run: async (sql) => {
      await cancellable(() => connection.run(sql));
    },
    numberRows: async (sql) =>
      (await cancellable(() => connection.runAndReadAll(sql))).getRows().map((row) => row.map(Number)),
    number: async (sql) => Number(Object.values((await rows(sql))[0] ?? {})[0] ?? 0),
    async *stream(sql) {
      const result = await cancellable(() => connection.stream(sql));
      for (;;) {
        const chunk = await cancellable(() => result.fetchChunk());
        if (!chunk || chunk.rowCount === 0) return;
        yield chunk;
      }
    },
  };
}

async function interruptible<T>(
  connection: DuckDBConnection,
  context: JobContext,
  query: () => Promise<T>,
): Promise<T> {
  context.checkCancelled();
  let cancellation: unknown = null;
  const timer = setInterval(() => {
    try {
      context.checkCancelled();
    } catch (error) {
      cancellation = error;
      connection.interrupt();
    }
  }, CHECK_EVERY_MS);
  try {
    return await nativeCall(query);
  } catch (error) {
    throw cancellation ?? duckDbError(error);
  } finally {
    clearInterval(timer);
  }
}
