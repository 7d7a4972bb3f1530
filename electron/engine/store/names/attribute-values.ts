import type { Database } from 'better-sqlite3';

/** Returns each user's declared value of an attribute, given by its id; users without a value are absent. */
export function attributeValues(db: Database, attribute: number): Map<number, string> {
  const sql = "SELECT user, value FROM user_attributes WHERE attribute = ? AND trim(value) <> '' ORDER BY user";
  return new Map(db.prepare<[number], [number, string]>(sql).raw().all(attribute));
}
