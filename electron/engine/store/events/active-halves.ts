import type { Database } from 'better-sqlite3';
import { DATED_IMPORTS, hasMixedTimes } from './times.ts';

/** Users with an event before a moment, and users with one at or after it; ids ascending. */
export interface ActiveHalves {
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** Returns who was active before and after a moment, in milliseconds since the epoch; events without a date do not count. */
export function activeHalves(db: Database, moment: number): ActiveHalves {
  const dated = hasMixedTimes(db) ? `AND import IN (${DATED_IMPORTS})` : '';
  const usersWith = (comparison: '<' | '>=') =>
    Int32Array.from(
      db
        .prepare<[number], number>(`SELECT DISTINCT user FROM events WHERE time ${comparison} ? ${dated} ORDER BY user`)
        .pluck()
        .all(moment),
    );
  return { before: usersWith('<'), after: usersWith('>=') };
}

/** Returns the number of users with at least two events on items. */
export function usersWithItems(db: Database): number {
  const sql = 'SELECT count(*) FROM (SELECT user FROM events WHERE item IS NOT NULL GROUP BY user HAVING count(*) > 1)';
  return db.prepare<[], number>(sql).pluck().get() ?? 0;
}
