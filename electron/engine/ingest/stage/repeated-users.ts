import { PortraitError } from '../../../../shared/errors.ts';
import type { Inspection } from '../detect/inspect.ts';
import type { DuckDb } from './duckdb.ts';
import { type Staged, USABLE } from './stage.ts';

const USERS =
  'users?|customers?|members?|clients?|buyers?|profiles?|contacts?|people|kunden|utilisateurs|usuarios|clientes|用户|会员|客户|顾客';
/** File names that say that a table describes users. */
const USER_FILE = new RegExp(
  `^(?=.*(?:${USERS}))(?:(?:${USERS}|all|my|new|export|list|table|data|info|information|attributes?|of|表|信息|资料|\\d+)\\s*)+$`,
  'iu',
);

/** Maximum share of users with several different rows in a table of users. */
const MAX_SHARE = 0.05;

/**
 * Counts the users who occur in several different rows of a table of users, of which the last one would win. Throws
 * USERS_REPEATED if there are many, as in a table of purchases or ratings whose time is unmapped, unless the file name
 * says that it is a table of users. Returns 0 if the mapping was given by the user or a preset.
 */
export async function countRepeatedUsers(
  duck: DuckDb,
  { kind, mapping, reasons, columns }: Inspection,
  { table, attributes }: Staged,
  name: string,
): Promise<number> {
  const why = reasons.get('user');
  if (kind !== 'users' || why === 'asked' || why === 'preset' || attributes.length === 0) return 0;
  const values = attributes.map((_, i) => `a${i + 1}`);
  const users = `SELECT "user", min(h) <> max(h) AS differs FROM (SELECT "user", hash(${values}) AS h FROM ${table} WHERE ${USABLE}) GROUP BY "user"`;
  const [counts] = await duck.rows(`SELECT count(*) AS users, count(*) FILTER (differs) AS repeated FROM (${users})`);
  const [all, repeated] = [Number(counts?.users), Number(counts?.repeated)];
  const plainName = name.replace(/\.\w+$/, '').replaceAll(/[^\p{L}\d]+/gu, ' ');
  if (repeated <= MAX_SHARE * all || USER_FILE.test(plainName)) return repeated;
  throw new PortraitError({
    code: 'USERS_REPEATED',
    message: `In ${name}, ${repeated} of ${all} users stand in several rows with different values, and no column is the time of an event.`,
    hint: `If the rows are events, map time=… to a column, or time='order' if the rows stand in their order. If only the last row of each user counts, map user=${mapping.user} and attributes=*.`,
    details: { file: name, users: all, repeated, user: mapping.user ?? '', columns: [...columns] },
  });
}
