import type { Database } from 'better-sqlite3';

/** The id of the import at a place in the order of imports, from 1; 0 if there are fewer. */
export function importAt(db: Database, place: number): number {
  if (place === 0) return 0;
  const sql = 'SELECT id FROM imports ORDER BY id LIMIT 1 OFFSET ?';
  return (
    db
      .prepare<[number], number>(sql)
      .pluck()
      .get(place - 1) ?? 0
  );
}

/** Number of events of each user who has any after an import. */
export function eventsSince(db: Database, lastImport: number): Map<number, number> {
  const sql = 'SELECT user, count(*) FROM events WHERE import > ? GROUP BY user';
  return new Map(db.prepare<[number], [number, number]>(sql).raw().all(lastImport));
}

interface CountsAround {
  readonly id: number;
  /** Number of events after the import, and in it or before. */
  readonly recent: number;
  readonly earlier: number;
}

/** Counts a user’s events by category, brand or item; without those that have none. */
export function countsAround(
  db: Database,
  user: number,
  kind: 'category' | 'brand' | 'item',
  lastImport: number,
): CountsAround[] {
  const value = kind === 'item' ? 'e.item' : `coalesce(e.${kind}, i.${kind})`;
  const sql = `SELECT ${value} id, sum(e.import > ?) recent, sum(e.import <= ?) earlier
    FROM events e LEFT JOIN items i ON i.id = e.item WHERE e.user = ? AND ${value} IS NOT NULL GROUP BY 1`;
  return db.prepare<[number, number, number], CountsAround>(sql).all(lastImport, lastImport, user);
}
