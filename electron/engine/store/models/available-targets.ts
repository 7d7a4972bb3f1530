import type { Database } from 'better-sqlite3';

/** Values of each attribute with the number of users who declared them, most frequent first. */
export function declaredCounts(db: Database): { attribute: string; value: string; users: number }[] {
  return db
    .prepare<[], { attribute: string; value: string; users: number }>(
      `SELECT a.name attribute, u.value, count(*) users FROM user_attributes u JOIN attributes a ON a.id = u.attribute
       WHERE trim(u.value) <> '' GROUP BY a.id, u.value ORDER BY a.name, users DESC, u.value`,
    )
    .all();
}

/** All actions with their number of events, most frequent first. */
export function actionEvents(db: Database): { id: number; name: string; events: number }[] {
  return db
    .prepare<[], { id: number; name: string; events: number }>(
      'SELECT a.id, a.name, count(*) events FROM events e JOIN actions a ON a.id = e.action GROUP BY a.id ORDER BY events DESC, a.name',
    )
    .all();
}

const COLUMNS = {
  category: ['coalesce(e.category, i.category)', 'categories', 'NULL'],
  brand: ['coalesce(e.brand, i.brand)', 'brands', 'NULL'],
  item: ['e.item', 'items', 't.title'],
} as const;

/** The categories, brands or items with the most users among events of the given actions. */
export function topEntities(
  db: Database,
  kind: keyof typeof COLUMNS,
  actions: readonly number[],
  limit: number,
): { name: string; title: string | null; users: number }[] {
  const [column, table, title] = COLUMNS[kind];
  return db
    .prepare<[string, number], { name: string; title: string | null; users: number }>(
      `SELECT t.name, ${title} title, count(DISTINCT e.user) users
       FROM events e LEFT JOIN items i ON i.id = e.item JOIN ${table} t ON t.id = ${column}
       WHERE e.action IN (SELECT value FROM json_each(?)) GROUP BY t.id ORDER BY users DESC, t.name LIMIT ?`,
    )
    .all(JSON.stringify(actions), limit);
}

/** Whether any event of the given actions has a monetary value. */
export function hasMoney(db: Database, actions: readonly number[]): boolean {
  const sql = `SELECT 1 FROM events e LEFT JOIN items i ON i.id = e.item
    WHERE e.action IN (SELECT value FROM json_each(?)) AND coalesce(e.amount, e.price, i.price) > 0 LIMIT 1`;
  return db.prepare(sql).get(JSON.stringify(actions)) !== undefined;
}
