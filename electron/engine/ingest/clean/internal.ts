import { hashOf } from '../privacy/keyed-hash.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { quoteSql } from '../stage/read-sql.ts';
import type { Staged } from '../stage/stage.ts';
import { leaveOut } from './leave-out.ts';

/**
 * Leaves out these users, whether the file is of behaviour or describes them; `secret` is what users may have been hashed
 * with, who are still named in clear. Null where the file names no users.
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
