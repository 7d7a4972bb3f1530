import { mkdirSync, rmSync } from 'node:fs';
import { type DuckDBConnection, type DuckDBDataChunk, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import type { JobContext } from '../../jobs/context.ts';
import { temporaryFolder } from '../../store/workspace.ts';
import { tableEngineError } from '../duckdb-error.ts';

const CHECK_EVERY_MS = 100;

/** The table engine in which files are read and sorted before anything is written; it spills to a folder of the workspace. */
export interface Duck {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Record<string, DuckDBValue>[]>;
  /** The first value of the first row as a number; 0 where there is none. */
  number(sql: string): Promise<number>;
  /** Rows of numbers, in the order of their columns; 0 stands for NULL. */
  numberRows(sql: string): Promise<number[][]>;
  stream(sql: string): AsyncIterable<DuckDBDataChunk>;
  /** Runs queries on a second connection to the same tables, beside those of the first. */
  beside<T>(work: (duck: Duck) => Promise<T>): Promise<T>;
  readonly connection: DuckDBConnection;
  /** Where files may lie while the import runs. */
  readonly folder: string;
}

/** Runs `work` with a table engine of its own, and clears up behind it. Queries stop within moments once the job is cancelled. */
export async function withDuck<T>(context: JobContext, work: (duck: Duck) => Promise<T>): Promise<T> {
  const folder = temporaryFolder(context.workspace.path);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '200MB',
    temp_directory: folder,
    preserve_insertion_order: 'true',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  try {
    return await connected(instance, folder, context, async (duck) => {
      // Compressed, five million rows fit; as they are, they would have to be written out and read again.
      await duck.run("ATTACH ':memory:' AS staging (COMPRESS)");
      await duck.run('USE staging');
      return await work(duck);
    });
  } finally {
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function connected<T>(
  instance: DuckDBInstance,
  folder: string,
  context: JobContext,
  work: (duck: Duck) => Promise<T>,
): Promise<T> {
  const connection = await instance.connect();
  const beside = <B>(other: (duck: Duck) => Promise<B>) =>
    connected(instance, folder, context, async (duck) => {
      await duck.run('USE staging');
      return await other(duck);
    });
  try {
    return await work({ ...queriesOf(connection, context), connection, folder, beside });
  } finally {
    connection.closeSync();
  }
}

function queriesOf(connection: DuckDBConnection, context: JobContext): Omit<Duck, 'connection' | 'folder' | 'beside'> {
  const guarded = <T>(query: () => Promise<T>) => interruptible(connection, context, query);
  const rows = async (sql: string) => (await guarded(() => connection.runAndReadAll(sql))).getRowObjects();
  return {
    rows,
    run: async (sql) => {
      await guarded(() => connection.run(sql));
    },
    numberRows: async (sql) =>
      (await guarded(() => connection.runAndReadAll(sql))).getRows().map((row) => row.map(Number)),
    number: async (sql) => Number(Object.values((await rows(sql))[0] ?? {})[0] ?? 0),
    async *stream(sql) {
      const result = await guarded(() => connection.stream(sql));
      for (;;) {
        const chunk = await guarded(() => result.fetchChunk());
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
    return await query();
  } catch (error) {
    throw cancellation ?? tableEngineError(error);
  } finally {
    clearInterval(timer);
  }
}
