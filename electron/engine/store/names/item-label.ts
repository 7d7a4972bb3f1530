import type { Database } from 'better-sqlite3';

/** An item by name, with what describes it. */
export interface ItemLabel {
  readonly item: string;
  readonly title: string | null;
  readonly titleEn: string | null;
  readonly category: string | null;
  readonly brand: string | null;
}

/** Returns the label of an item; null if it does not exist. */
export function itemLabel(db: Database, id: number): ItemLabel | null {
  const sql = `SELECT i.name item, i.title, i.title_en titleEn, c.name category, b.name brand
    FROM items i LEFT JOIN categories c ON c.id = i.category LEFT JOIN brands b ON b.id = i.brand WHERE i.id = ?`;
  return db.prepare<[number], ItemLabel>(sql).get(id) ?? null;
}
