import type { Database } from 'better-sqlite3';
import { BatchInsert } from '../batch-insert.ts';
import type { Value } from '../table-file/record.ts';
import { TableFile } from '../table-file/table-file.ts';

/** Where events and sessions go that are to be stored. */
export interface EventSink {
  /** The columns of a row, in their order. */
  readonly columns: readonly string[];
  /** Events come in the order of user, time and seq. */
  event(row: readonly Value[]): void;
  /** Ids come in their order. */
  session(id: number, user: number, name: string | null): void;
  /** After it, everything is in the store. */
  finish(): void;
  /** Lets go of everything, whether finished or not. */
  close(): void;
}

/** SQLite attaches ten databases at most. */
const MAX_ATTACHED = 8;
const SMALL_CACHE_KIB = 8192;

/**
 * Takes many rows by way of a file of their own, `path`, which stays attached until `detachFiles`. Returns null where as
 * many are attached as can be.
 */
export function fileSink(db: Database, path: string, requiredColumns: readonly string[]): EventSink | null {
  const number = attachedFiles(db).length + 1;
  if (number > MAX_ATTACHED) return null;
  const sql = db.prepare<[], string>("SELECT sql FROM main.sqlite_schema WHERE name = 'events'").pluck().get()!;
  const allColumns = db.prepare<[], string>("SELECT name FROM pragma_table_info('events') ORDER BY cid").pluck().all();
  const width = 1 + Math.max(...requiredColumns.map((column) => allColumns.indexOf(column)));
  const file = new TableFile(path);
  const events = file.table('events', sql);
  const sessions = file.table('sessions', CREATE_SESSIONS);
  let isOpen = true;
  return {
    columns: allColumns.slice(0, width),
    event: (row) => events.add(row),
    session: (id, user, name) => sessions.add([id, user, name]),
    finish() {
      file.finish();
      isOpen = false;
      const name = `${PREFIX}${number}`;
      db.prepare(`ATTACH ? AS ${name}`).run(path);
      // Rows that are only added need no pages kept; sixty megabytes of them would come on top of all else.
      const cache = db.pragma('main.cache_size', { simple: true });
      db.pragma(`main.cache_size = ${-SMALL_CACHE_KIB}`);
      // `SELECT *` from a table declared alike: SQLite copies the rows of an empty store as they are.
      db.exec(
        `INSERT INTO main.sessions SELECT * FROM ${name}.sessions; INSERT INTO main.events SELECT * FROM ${name}.events`,
      );
      db.pragma(`main.cache_size = ${Number(cache)}`);
    },
    close() {
      if (isOpen) file.close();
      isOpen = false;
    },
  };
}

/** Takes few rows by statements. */
export function statementSink(db: Database, requiredColumns: readonly string[]): EventSink {
  const events = new BatchInsert(db, 'events', requiredColumns);
  const sessions = new BatchInsert(db, 'sessions', ['id', 'user', 'name']);
  return {
    columns: requiredColumns,
    event: (row) => events.add(row),
    session: (id, user, name) => sessions.add([id, user, name]),
    finish() {
      events.finish();
      sessions.finish();
    },
    close() {},
  };
}

const PREFIX = 'written_';
const CREATE_SESSIONS = 'CREATE TABLE sessions (id INTEGER, user INTEGER, name TEXT, PRIMARY KEY (id)) WITHOUT ROWID';

function attachedFiles(db: Database): string[] {
  return db
    .prepare<[], string>('SELECT name FROM pragma_database_list')
    .pluck()
    .all()
    .filter((name) => name.startsWith(PREFIX));
}

/** Lets go of the files that rows came from; only possible where no transaction is open. */
export function detachFiles(db: Database): void {
  for (const name of attachedFiles(db)) db.exec(`DETACH ${name}`);
}
