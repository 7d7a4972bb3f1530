import type { Database } from 'better-sqlite3';
import { scoreRows } from '../store/columns/user-rows.ts';
import type { UserRows } from './user-rows.ts';

/** Most probable class of each user in the scores of a run, the first of equals; −1 for users without scores. */
export function bestClasses(db: Database, run: string, rows: UserRows): Int32Array {
  const best = new Int32Array(rows.count).fill(-1);
  let current = -1;
  let greatest = 0;
  for (const [user, classIndex, value] of scoreRows(db, run)) {
    if (user === current && value <= greatest) continue;
    current = user;
    greatest = value;
    const row = rows.rowOf(user);
    if (row !== -1) best[row] = classIndex;
  }
  return best;
}
