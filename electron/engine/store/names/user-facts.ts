import type { Database } from 'better-sqlite3';

/** Names of the given users (ids ascending), in the same order. */
export function userNames(db: Database, users: Int32Array): string[] {
  const sql = 'SELECT name FROM users WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id';
  return db
    .prepare<[string], string>(sql)
    .pluck()
    .all(JSON.stringify([...users]));
}

/** Returns the previous and the next user name in alphabetical order; null at the ends. */
export function adjacentNames(db: Database, name: string): { previous: string | null; next: string | null } {
  const nearest = (comparison: '<' | '>', order: 'DESC' | 'ASC') =>
    db
      .prepare<[string], string>(`SELECT name FROM users WHERE name ${comparison} ? ORDER BY name ${order} LIMIT 1`)
      .pluck()
      .get(name) ?? null;
  return { previous: nearest('<', 'DESC'), next: nearest('>', 'ASC') };
}

/** Declared attributes of the given users, by user and attribute; users without any are absent. */
export function userAttributes(db: Database, users: Int32Array): Map<number, Map<string, string>> {
  const rows = db
    .prepare<[string], { user: number; name: string; value: string }>(
      `SELECT u.user, a.name, u.value FROM user_attributes u JOIN attributes a ON a.id = u.attribute
       WHERE u.user IN (SELECT value FROM json_each(?)) ORDER BY u.user, a.name`,
    )
    .all(JSON.stringify([...users]));
  const byUser = new Map<number, Map<string, string>>();
  for (const { user, name, value } of rows) {
    const declared = byUser.get(user) ?? new Map<string, string>();
    declared.set(name, value);
    byUser.set(user, declared);
  }
  return byUser;
}

/** The cluster of each of the given users who is on a map. */
export function clustersOfUsers(db: Database, map: string, users: Int32Array): Map<number, number> {
  const sql = 'SELECT user, cluster FROM map_points WHERE map = ? AND user IN (SELECT value FROM json_each(?))';
  return new Map(
    db
      .prepare<[string, string], [number, number]>(sql)
      .raw()
      .all(map, JSON.stringify([...users])),
  );
}

/** Returns each user's cluster on a map, by user id. */
export function userClusters(db: Database, map: string): Map<number, number> {
  const sql = 'SELECT user, cluster FROM map_points WHERE map = ?';
  return new Map(db.prepare<[string], [number, number]>(sql).raw().all(map));
}

/** Returns the number of each user's events of an action; users without such an event are absent. */
export function actionCounts(db: Database, action: string): Map<number, number> {
  const sql =
    'SELECT e.user, count(*) FROM events e JOIN actions a ON a.id = e.action WHERE a.name = ? GROUP BY e.user';
  return new Map(db.prepare<[string], [number, number]>(sql).raw().all(action));
}
