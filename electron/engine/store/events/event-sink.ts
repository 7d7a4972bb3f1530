import type { Database } from 'better-sqlite3';
import { BatchInsert } from '../batch-insert.ts';
import type { Value } from '../table-file/record.ts';
import { TableFile } from '../table-file/table-file.ts';

/** Destination for the events and sessions of an import. */
export interface EventSink {
  /** The columns of an event row, in order. */
  readonly columns: readonly string[];
  /** Adds an event; events must be ordered by user, time and seq. */
  event(row: readonly Value[]): void;
  /** Adds a session; ids must be ascending. */
  session(id: number, user: number, name: string | null): void;
  /** Writes all added rows to the database. */
  finish(): void;
  /** Releases all resources, whether finished or not. */
  close(): void;
}

/** SQLite attaches at most ten databases. */
const MAX_ATTACHED = 8;
const SMALL_CACHE_KIB = 8192;

/**
 * Returns a sink for many rows, which writes them to a database file of its own at `path`; the file stays attached
 * until `detachFiles`. Returns null if the maximum number of files is attached.
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
      // Rows that are only appended need no cached pages; 60 MB of cache would add to the peak memory.
      const cache = db.pragma('main.cache_size', { simple: true });
      db.pragma(`main.cache_size = ${-SMALL_CACHE_KIB}`);
      // `SELECT *` from a table with an identical declaration: SQLite copies the rows unchanged if the target is empty.
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

/** Returns a sink for few rows, which uses INSERT statements. */
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

/** Detaches the files written by `fileSink`; not possible within a transaction. */
export function detachFiles(db: Database): void {
  for (const name of attachedFiles(db)) db.exec(`DETACH ${name}`);
}
