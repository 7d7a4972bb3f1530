import type { Duck } from '../duck.ts';
import { quoteSql } from '../read-sql.ts';
import type { Staged } from '../stage.ts';
import { leaveOut } from './leave-out.ts';

/** Leaves out these users, whether the file is of behaviour or describes them. Null where it names no users. */
export async function leaveOutInternal(duck: Duck, staged: Staged, users: readonly string[]): Promise<number | null> {
  if (!staged.fields.has('user')) return null;
  return leaveOut(duck, staged.table, 'internal', `"user" IN (SELECT unnest([${users.map(quoteSql)}]))`);
}
