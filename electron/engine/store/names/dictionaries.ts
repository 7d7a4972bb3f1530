import type { Database } from 'better-sqlite3';
import { rowsWith } from '../../../../shared/domain/event-fields.ts';

/** Tables that map names to ids. */
export const dictionaries = rowsWith({ stored: 'id' }).map(({ dictionary }) => dictionary);
export type Dictionary = (typeof dictionaries)[number];

export interface Item {
  readonly id: number;
  readonly name: string;
  readonly title: string | null;
  readonly title_en: string | null;
  readonly category: number | null;
  readonly brand: number | null;
  readonly price: number | null;
}

/** Iterates over all names with their ids. */
export function eachName(db: Database, table: Dictionary | 'sessions'): IterableIterator<{ id: number; name: string }> {
  return db.prepare<[], { id: number; name: string }>(`SELECT id, name FROM ${table}`).iterate();
}

export function eachItem(db: Database): IterableIterator<Item> {
  return db.prepare<[], Item>('SELECT id, name, title, title_en, category, brand, price FROM items').iterate();
}

/** Returns the largest id of a table; 0 if it is empty. */
export function lastId(db: Database, table: Dictionary | 'sessions'): number {
  return db.prepare<[], number | null>(`SELECT max(id) FROM ${table}`).pluck().get() ?? 0;
}

export function countRows(db: Database, table: Dictionary | 'sessions'): number {
  return db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
}

/** Returns a function that overwrites the stored attributes of an item. */
export function itemUpdater(db: Database): (item: Item) => void {
  const write = db.prepare('UPDATE items SET title = ?, title_en = ?, category = ?, brand = ?, price = ? WHERE id = ?');
  return ({ id, title, title_en, category, brand, price }) =>
    void write.run(title, title_en, category, brand, price, id);
}

/** Returns the id of an attribute, adding the attribute if it is new. */
export function attributeId(db: Database, name: string): number {
  db.prepare('INSERT OR IGNORE INTO attributes (name) VALUES (?)').run(name);
  return db.prepare<[string], number>('SELECT id FROM attributes WHERE name = ?').pluck().get(name) ?? 0;
}

/** Returns a function that upserts a user's declared value of an attribute. */
export function attributeWriter(db: Database): (user: number, attribute: number, value: string) => void {
  const write = db.prepare<
    [number, number, string]
  >(`INSERT INTO user_attributes (user, attribute, value) VALUES (?, ?, ?)
    ON CONFLICT (user, attribute) DO UPDATE SET value = excluded.value`);
  return (user, attribute, value) => void write.run(user, attribute, value);
}

export function insertUser(db: Database, id: number, name: string): void {
  db.prepare('INSERT INTO users (id, name) VALUES (?, ?)').run(id, name);
}

/** Returns a function that looks up a user's id by name. */
export function userFinder(db: Database): (name: string) => number | null {
  const find = db.prepare<[string], number>('SELECT id FROM users WHERE name = ?').pluck();
  return (name) => find.get(name) ?? null;
}
