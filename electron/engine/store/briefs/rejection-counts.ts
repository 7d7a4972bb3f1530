import type { Database } from 'better-sqlite3';

/** Returns how many stored rejected rows of an import have each reason, the most frequent first. */
export function rejectionCounts(db: Database, id: number): { code: string; rows: number }[] {
  const sql = 'SELECT code, count(*) rows FROM rejected_rows WHERE import = ? GROUP BY code ORDER BY rows DESC, code';
  return db.prepare<[number], { code: string; rows: number }>(sql).all(id);
}
