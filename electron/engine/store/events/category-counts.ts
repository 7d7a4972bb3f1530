import type { Database } from 'better-sqlite3';

export interface CategoryCount {
  readonly user: number;
  readonly category: number;
  readonly events: number;
}

/** Number of events of each user in each category; the rows of a user are adjacent. */
export function categoryCounts(db: Database): IterableIterator<CategoryCount> {
  return db
    .prepare<[], CategoryCount>(
      `SELECT e.user, coalesce(e.category, i.category) category, count(*) events
       FROM events e LEFT JOIN items i ON i.id = e.item
       WHERE coalesce(e.category, i.category) IS NOT NULL GROUP BY 1, 2 ORDER BY 1`,
    )
    .iterate();
}
