import type { Database } from 'better-sqlite3';
import { rowsWith } from '../../../../shared/domain/event-fields.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import { eventFields } from '../../store/events/event-fields.ts';
import { hasEvents } from '../../store/events/stored-events.ts';
import { eventReplacer } from '../../store/imports/replaced-events.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { storedSql } from './stored-sql.ts';

export interface ReplaceResult {
  /** Number of stored events that were removed. */
  readonly replaced: number;
  /** Number of rows that a later row with the same key supersedes. */
  readonly duplicates: number;
}

/**
 * Prepares the store for a file whose rows are identified by a key: of its rows with the same key only the last is
 * kept, and stored events with the key of a row are removed unless they are equal to it (then the row is a duplicate).
 * A row with an empty key field has no key and replaces nothing. Must be called directly before the file's events are
 * written.
 */
export async function replaceByKey(
  duck: DuckDb,
  db: Database,
  staged: Staged,
  key: readonly Field[],
): Promise<ReplaceResult> {
  const duplicates = await dropEarlierDuplicates(duck, staged, key);
  if (!hasEvents(db)) return { replaced: 0, duplicates };
  const fields = eventFields.filter((field) => staged.fields.has(field));
  const replacer = eventReplacer(db, fields, key);
  for await (const chunk of duck.stream(incomingSql(staged, fields, key))) {
    for (const row of chunk.getRows()) replacer.add(row.map(sqlValue));
  }
  return { replaced: replacer.finish(), duplicates };
}

const columnOf = (field: Field) => (field === 'time' ? 'ms' : `"${field}"`);
const hasKeySql = (key: readonly Field[]) => key.map((field) => `${columnOf(field)} IS NOT NULL`).join(' AND ');

async function dropEarlierDuplicates(duck: DuckDb, { table }: Staged, key: readonly Field[]): Promise<number> {
  const droppedByKey = `dropped = 'key'`;
  await duck.run(`UPDATE ${table} SET ${droppedByKey} FROM (
      SELECT rowid AS id, row_number() OVER (PARTITION BY ${key.map(columnOf)} ORDER BY rowid DESC) AS place
      FROM ${table} WHERE ${USABLE} AND ${hasKeySql(key)}) ranked
    WHERE ranked.id = ${table}.rowid AND ranked.place > 1`);
  return duck.number(`SELECT count(*) FROM ${table} WHERE ${droppedByKey}`);
}

function incomingSql({ table }: Staged, fields: readonly Field[], key: readonly Field[]): string {
  const dictionaries = new Map<Field, string>(rowsWith({ stored: 'id' }).map((row) => [row.field, row.dictionary]));
  const selected = fields.map((field) => {
    const dictionary = dictionaries.get(field);
    return dictionary ? `${dictionary}.id` : storedSql(field);
  });
  const joins = fields.flatMap((field) => {
    const dictionary = dictionaries.get(field);
    return dictionary ? `LEFT JOIN ${dictionary} ON ${dictionary}.name = f."${field}"` : [];
  });
  return `SELECT ${selected} FROM (SELECT * FROM ${table} WHERE ${USABLE} AND ${hasKeySql(key)}) f ${joins.join(' ')}`;
}

const sqlValue = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? value : null);
