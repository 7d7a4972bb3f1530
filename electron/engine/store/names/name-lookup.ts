import type { Database } from 'better-sqlite3';

export type NamedTable = 'users' | 'actions' | 'items' | 'categories' | 'brands' | 'attributes';

/** The id of a name; null if there is none. */
export function idOf(db: Database, table: NamedTable, name: string): number | null {
  return db.prepare<[string], number>(`SELECT id FROM ${table} WHERE name = ?`).pluck().get(name) ?? null;
}

/** Names of a table in alphabetical order, at most `limit`. */
export function namesOf(db: Database, table: NamedTable, limit = 20_000): string[] {
  return db.prepare<[number], string>(`SELECT name FROM ${table} ORDER BY name LIMIT ?`).pluck().all(limit);
}

/** All names of a table by id. */
export function namesById(db: Database, table: NamedTable): Map<number, string> {
  return new Map(db.prepare<[], [number, string]>(`SELECT id, name FROM ${table}`).raw().all());
}

/** Texts between the levels of a category. */
export const CATEGORY_SEPARATORS = ['/', '.', '>', ' > ', '|'];

/** Ids of a category and its subcategories: `数码` and `数码/手机`, `electronics` and `electronics.audio`. */
export function categoriesUnder(db: Database, name: string): number[] {
  const isUnder = CATEGORY_SEPARATORS.map(() => 'substr(name, 1, length(?)) = ?').join(' OR ');
  const prefixParameters = CATEGORY_SEPARATORS.flatMap((separator) => [name + separator, name + separator]);
  return db
    .prepare<string[], number>(`SELECT id FROM categories WHERE name = ? OR ${isUnder}`)
    .pluck()
    .all(name, ...prefixParameters);
}

/** The name of an existing id. */
export function nameOf(db: Database, table: NamedTable, id: number): string {
  return db.prepare<[number], string>(`SELECT name FROM ${table} WHERE id = ?`).pluck().get(id) ?? '';
}

export function userCount(db: Database): number {
  return db.prepare<[], number>('SELECT count(*) FROM users').pluck().get() ?? 0;
}

export interface Titles {
  title: string | null;
  titleEn: string | null;
}

/** An item's titles; null for a missing one. */
export function itemTitles(db: Database, item: number): Titles {
  const titles = db.prepare<[number], Titles>('SELECT title, title_en titleEn FROM items WHERE id = ?').get(item);
  return titles ?? { title: null, titleEn: null };
}

/** Returns a value that changes with every import. */
export function importState(db: Database): string {
  const sql = "SELECT count(*) || ' ' || coalesce(max(id), 0) || ' ' || coalesce(max(imported), 0) FROM imports";
  return db.prepare<[], string>(sql).pluck().get() ?? '';
}
