import type { Database } from 'better-sqlite3';

/** Metadata of an item, independent of events. */
export interface ItemFacts {
  readonly id: number;
  readonly title: string | null;
  readonly titleEn: string | null;
  readonly category: number | null;
  readonly brand: number | null;
}

/** Items that have a title, a category or a brand. */
export function itemFacts(db: Database): IterableIterator<ItemFacts> {
  return db
    .prepare<[], ItemFacts>(
      `SELECT id, title, title_en titleEn, category, brand FROM items
       WHERE title IS NOT NULL OR title_en IS NOT NULL OR category IS NOT NULL OR brand IS NOT NULL ORDER BY id`,
    )
    .iterate();
}

/** Returns the category of each item that has one, as pairs of ids. */
export function itemCategories(db: Database): IterableIterator<[item: number, category: number]> {
  const sql = 'SELECT id, category FROM items WHERE category IS NOT NULL';
  return db.prepare<[], [number, number]>(sql).raw().iterate();
}
