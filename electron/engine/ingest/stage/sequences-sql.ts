import type { Dialect } from '../detect/dialect.ts';
import type { Places } from '../detect/mapping-places.ts';
import { DROPPED_BY } from './dropped-by.ts';
import { type CheckedText, quoteSql, readSql, withoutMarkSql } from './read-sql.ts';

/**
 * Returns SQL with one row per item of a sequence, numbered from 1: its position is its time. `user` is SQL for the
 * user.
 */
export function sequencesSql(text: CheckedText, dialect: Dialect, user: string, places: Places): string {
  const [action] = places.fields.get('action') ?? [];
  const name = action && 'literal' in action ? action.literal : 'interact';
  const item = text.byteOrderMarks ? `trim(${withoutMarkSql('cell')})` : 'cell';
  return `SELECT "user", ${quoteSql(name)} AS action, ${item} AS item, ms, NULL::BOOLEAN AS bad, NULL::${DROPPED_BY} AS dropped FROM (
    SELECT ${user} AS "user", unnest(cells[2:]) AS cell, unnest(range(1, len(cells)))::BIGINT AS ms
    FROM ${readSql({ ...text, multiline: false }, dialect)}) WHERE ${item} <> ''`;
}
