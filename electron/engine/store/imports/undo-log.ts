import type { Database } from 'better-sqlite3';
import {
  greatestIds,
  NUMBERED_TABLES,
  type NumberedTable,
  shapeOf,
  type TableShape,
  UNDOABLE_TABLES,
  type UndoableTable,
} from './undo-tables.ts';

type Value = number | string | null;

/** Change of a row: `was` is the row before the change, `is` its key after it; null if there is none. */
export interface Change {
  readonly was: Readonly<Record<string, Value>> | null;
  readonly is: Readonly<Record<string, Value>> | null;
}

/** An import and the greatest ids before it. */
export interface ImportStart {
  readonly import: number;
  readonly before: Readonly<Record<NumberedTable, number>>;
}

function nextImport(db: Database): ImportStart {
  const last = db.prepare<[], number | null>('SELECT max(id) FROM imports').pluck().get() ?? 0;
  return { import: last + 1, before: greatestIds(db) };
}

/**
 * Starts recording every change to rows that existed before an import in `undo_rows`, with temporary triggers of this
 * connection that fire for any statement. Rows added by the import need no record: they are identified by their id or
 * import. Call it within the transaction, before the import's first row is written. `continued` is the newest import if
 * rows are added to it; by default the import is the next one, and `import` the id that its record will get.
 */
export function startUndoLog(db: Database, continued: ImportStart | null = null): ImportStart {
  stopUndoLog(db);
  const { import: id, before } = continued ?? nextImport(db);
  const shapes = new Map(UNDOABLE_TABLES.map((table) => [table, shapeOf(db, table)]));
  addFunctions(db, shapes);
  // Makes INSERT OR REPLACE fire the delete triggers of replaced rows.
  db.pragma('recursive_triggers = ON');
  for (const table of NUMBERED_TABLES) logTable(db, id, table, shapes, `OLD.id <= ${before[table]}`);
  for (const table of ['events', 'identities'] as const) logTable(db, id, table, shapes, `OLD.import < ${id}`);
  const isOld = (row: string) => `${row}.user <= ${before.users} AND ${row}.attribute <= ${before.attributes}`;
  logTable(db, id, 'user_attributes', shapes, isOld('OLD'));
  addTrigger(db, id, 'user_attributes', 'insert', isOld('NEW'), 'undo_added', ['NEW.user', 'NEW.attribute']);
  return { import: id, before };
}

export function setBefore(db: Database, { import: id, before }: ImportStart): void {
  db.prepare('UPDATE imports SET before = ? WHERE id = ?').run(JSON.stringify(before), id);
}

/** Stops recording changes on this connection. */
export function stopUndoLog(db: Database): void {
  for (const table of UNDOABLE_TABLES) {
    for (const event of ['insert', 'update', 'delete']) db.exec(`DROP TRIGGER IF EXISTS temp.undo_${table}_${event}`);
  }
  db.pragma('recursive_triggers = OFF');
}

function logTable(
  db: Database,
  id: number,
  table: UndoableTable,
  shapes: ReadonlyMap<UndoableTable, TableShape>,
  isOld: string,
) {
  const { columns, key } = shapes.get(table)!;
  const old = columns.map((column) => `OLD.${column}`);
  const isDifferent = columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');
  const newKey = key.map((column) => `NEW.${column}`);
  addTrigger(db, id, table, 'update', `${isOld} AND (${isDifferent})`, 'undo_changed', [...old, ...newKey]);
  addTrigger(db, id, table, 'delete', isOld, 'undo_removed', old);
}

function addTrigger(
  db: Database,
  id: number,
  table: UndoableTable,
  event: 'insert' | 'update' | 'delete',
  when: string,
  logFunction: string,
  values: readonly string[],
): void {
  db.exec(`CREATE TEMP TRIGGER undo_${table}_${event} AFTER ${event} ON main.${table} WHEN ${when}
    BEGIN INSERT INTO undo_rows (import, "table", "row") VALUES (${id}, '${table}', ${logFunction}('${table}', ${values})); END`);
}

/** Rows are serialised here and not by SQLite's JSON functions, which round numbers to at most 17 digits. */
function addFunctions(db: Database, shapes: ReadonlyMap<string, TableShape>): void {
  const serialise = (change: Change) => JSON.stringify(change);
  const toRecord = (names: readonly string[], values: readonly Value[]) =>
    Object.fromEntries(names.map((name, i) => [name, values[i] ?? null]));
  const shape = (table: string) => shapes.get(table) ?? { columns: [], key: [] };
  const add = (name: string, change: (shape: TableShape, values: Value[]) => Change) =>
    db.function(name, { varargs: true }, (table: string, ...values: Value[]) =>
      serialise(change(shape(table), values)),
    );
  add('undo_added', ({ key }, values) => ({ was: null, is: toRecord(key, values) }));
  add('undo_removed', ({ columns }, values) => ({ was: toRecord(columns, values), is: null }));
  add('undo_changed', ({ columns, key }, values) => ({
    was: toRecord(columns, values),
    is: toRecord(key, values.slice(columns.length)),
  }));
}
