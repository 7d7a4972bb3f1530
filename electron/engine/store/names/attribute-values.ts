import type { Database } from 'better-sqlite3';

/** What each user declared of an attribute (its id); users who declared nothing are not in it. */
export function attributeValues(db: Database, attribute: number): Map<number, string> {
  const sql = "SELECT user, value FROM user_attributes WHERE attribute = ? AND trim(value) <> '' ORDER BY user";
  return new Map(db.prepare<[number], [number, string]>(sql).raw().all(attribute));
}
