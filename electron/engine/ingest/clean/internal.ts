import { hashOf } from '../privacy/keyed-hash.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { quoteSql } from '../stage/read-sql.ts';
import type { Staged } from '../stage/stage.ts';
import { leaveOut } from './leave-out.ts';

/**
 * Drops the rows of the given users, in files of events and of users alike. `secret` is the key with which the file's
 * users may be hashed; `users` are given in clear text. Returns null if the file has no user column.
 */
export async function leaveOutInternal(
  duck: DuckDb,
  staged: Staged,
  users: readonly string[],
  secret: string | null,
): Promise<number | null> {
  if (!staged.fields.has('user')) return null;
  const names = secret === null ? users : users.flatMap((user) => [user, hashOf(user, secret)]);
  return leaveOut(duck, staged.table, 'internal', `"user" IN (SELECT unnest([${names.map(quoteSql)}]))`);
}
