import type { Database } from 'better-sqlite3';

export interface CategoryCount {
  readonly user: number;
  readonly category: number;
  readonly events: number;
}

/** How many events each user has in each category; a user's rows follow one another. */
export function categoryCounts(db: Database): IterableIterator<CategoryCount> {
  return db
    .prepare<[], CategoryCount>(
      `SELECT e.user, coalesce(e.category, i.category) category, count(*) events
       FROM events e LEFT JOIN items i ON i.id = e.item
       WHERE coalesce(e.category, i.category) IS NOT NULL GROUP BY 1, 2 ORDER BY 1`,
    )
    .iterate();
}
