import { DuckDBIntegerVector, DuckDBVarCharVector } from '@duckdb/node-api';
import type { Database } from 'better-sqlite3';
import { rowsWith } from '../../../../shared/domain/event-fields.ts';
import { BatchInsert } from '../../store/batch-insert.ts';
import { lastUsedId } from '../../store/imports/used-ids.ts';
import { type Dictionary, dictionaries, eachItem, eachName } from '../../store/names/dictionaries.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';

type NamesOnly = Exclude<Dictionary, 'items'>;

/**
 * Copies the store's names into DuckDB as `users (id, name)` and so on; `items` also holds the items' properties. The
 * copies are kept in sync as names are added.
 */
export async function loadDictionaries(duck: DuckDb, db: Database): Promise<void> {
  for (const table of dictionaries) {
    const itemColumns =
      table === 'items' ? ', title VARCHAR, title_en VARCHAR, category INTEGER, brand INTEGER, price DOUBLE' : '';
    await duck.run(`CREATE TABLE ${table} (id INTEGER, name VARCHAR${itemColumns})`);
    await (table === 'items' ? loadItems(duck, db) : loadNames(duck, db, table));
  }
}

async function loadNames(duck: DuckDb, db: Database, table: Dictionary): Promise<void> {
  const appender = await duck.appender(table);
  for (const { id, name } of eachName(db, table)) {
    appender.appendInteger(id);
    appender.appendVarchar(name);
    appender.endRow();
  }
  appender.closeSync();
}

async function loadItems(duck: DuckDb, db: Database): Promise<void> {
  const appender = await duck.appender('items');
  for (const item of eachItem(db)) {
    appender.appendInteger(item.id);
    appender.appendVarchar(item.name);
    for (const text of [item.title, item.title_en])
      text === null ? appender.appendNull() : appender.appendVarchar(text);
    for (const id of [item.category, item.brand]) id === null ? appender.appendNull() : appender.appendInteger(id);
    item.price === null ? appender.appendNull() : appender.appendDouble(item.price);
    appender.endRow();
  }
  appender.closeSync();
}

/** Adds the new names of a staged column to DuckDB and to the store, in order of first appearance. */
export async function addNames(
  duck: DuckDb,
  db: Database,
  table: NamesOnly,
  staged: string,
  column: string,
): Promise<void> {
  await storeNames(duck, db, table, await assignNameIds(duck, db, table, staged, column));
}

/** Assigns ids to the new names of a staged column, in order of first appearance; returns the greatest id before. */
export async function assignNameIds(
  duck: DuckDb,
  db: Database,
  table: NamesOnly,
  staged: string,
  column: string,
): Promise<number> {
  const last = await lastIdOf(duck, db, table);
  await duck.run(newNamesSql(table, staged, column, last));
  return last;
}

/** Inserts the names with ids above `last` into the store. */
export async function storeNames(duck: DuckDb, db: Database, table: NamesOnly, last: number): Promise<void> {
  const insert = new BatchInsert(db, table, ['id', 'name']);
  for await (const chunk of duck.stream(`SELECT id, name FROM ${table} WHERE id > ${last} ORDER BY id`)) {
    const ids = chunk.getColumnVector(0);
    const names = chunk.getColumnVector(1);
    if (!(ids instanceof DuckDBIntegerVector && names instanceof DuckDBVarCharVector))
      throw new Error('unexpected columns');
    for (let row = 0; row < chunk.rowCount; row++) insert.add([ids.getItem(row), names.getItem(row)]);
  }
  insert.finish();
}

/**
 * Returns the id after which new names are numbered: the greatest in use, or reserved although an undo has freed it.
 */
export async function lastIdOf(duck: DuckDb, db: Database, table: Dictionary): Promise<number> {
  return Math.max(lastUsedId(db, table), await duck.number(`SELECT coalesce(max(id), 0) FROM ${table}`));
}

/** Adds the names that only events refer to: those of actions, channels and campaigns. */
export async function addEventNames(duck: DuckDb, db: Database, { table, fields }: Staged): Promise<void> {
  for (const row of rowsWith({ stored: 'id' })) {
    if (row.field === 'user' || row.field === 'item' || 'item' in row) continue;
    if (fields.has(row.field)) await addNames(duck, db, row.dictionary, table, row.field);
  }
}

/** Returns SQL that adds new names to DuckDB's copy of a dictionary, with ids after `last`. */
export function newNamesSql(dictionary: Dictionary, staged: string, column: string, last: number): string {
  return `INSERT INTO ${dictionary} (id, name)
    SELECT ${last} + row_number() OVER (ORDER BY first), name FROM (
      SELECT "${column}" AS name, min(rowid) AS first FROM ${staged} WHERE ${USABLE} AND "${column}" IS NOT NULL GROUP BY ALL) names
    WHERE NOT EXISTS (SELECT 1 FROM ${dictionary} d WHERE d.name = names.name)`;
}
