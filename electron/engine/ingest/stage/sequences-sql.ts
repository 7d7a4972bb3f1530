import type { Places } from '../detect/mapping-places.ts';
import { NOT_BAD } from './bad-sql.ts';
import { quoteSql } from './read-sql.ts';

/**
 * Returns SQL with one row per item of a sequence, numbered from 1: its position is its time. `user` is SQL for the
 * user.
 */
export function sequencesSql(source: string, user: string, places: Places): string {
  const [action] = places.fields.get('action') ?? [];
  const name = action && 'literal' in action ? action.literal : 'interact';
  return `SELECT "user", ${quoteSql(name)} AS action, item, ms, ${NOT_BAD} AS bad, NULL::VARCHAR AS dropped FROM (
    SELECT ${user} AS "user", unnest(cells[2:]) AS item, unnest(range(1, len(cells)))::BIGINT AS ms
    FROM ${source}) WHERE item <> ''`;
}
