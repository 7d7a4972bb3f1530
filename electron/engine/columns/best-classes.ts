import type { Database } from 'better-sqlite3';
import { scoreRows } from '../store/columns/user-rows.ts';
import type { UserRows } from './user-rows.ts';

/**
 * Returns the index of each user's most probable class by the scores of a run, the first one in a tie; −1 for users
 * without scores.
 */
export function bestClasses(db: Database, run: string, rows: UserRows): Int32Array {
  const best = new Int32Array(rows.count).fill(-1);
  let current = -1;
  let highest = 0;
  for (const [user, classIndex, value] of scoreRows(db, run)) {
    if (user === current && value <= highest) continue;
    current = user;
    highest = value;
    const row = rows.rowOf(user);
    if (row !== -1) best[row] = classIndex;
  }
  return best;
}
