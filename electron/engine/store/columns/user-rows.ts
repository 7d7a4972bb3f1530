import type { Database } from 'better-sqlite3';

/** Yields declared attribute values, ordered by attribute and user. */
export function attributeRows(db: Database): IterableIterator<[attribute: number, user: number, value: string]> {
  const sql = 'SELECT attribute, user, value FROM user_attributes ORDER BY attribute, user';
  return db.prepare<[], [number, number, string]>(sql).raw().iterate();
}

/** Yields the scores of a run, ordered by user and class. */
export function scoreRows(
  db: Database,
  run: string,
): IterableIterator<[user: number, classIndex: number, value: number]> {
  const sql = 'SELECT user, class, value FROM scores WHERE run = ? ORDER BY user, class';
  return db.prepare<[string], [number, number, number]>(sql).raw().iterate(run);
}

/** Yields the scores of one class of a run, ordered by user. */
export function classScoreRows(
  db: Database,
  run: string,
  classIndex: number,
): IterableIterator<[user: number, value: number]> {
  const sql = 'SELECT user, value FROM scores WHERE run = ? AND class = ? ORDER BY user';
  return db.prepare<[string, number], [number, number]>(sql).raw().iterate(run, classIndex);
}
