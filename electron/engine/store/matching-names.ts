import type { Database } from 'better-sqlite3';

/** A category, brand or item whose name or title holds a word. */
export interface MatchingName {
  readonly kind: 'category' | 'brand' | 'item';
  readonly id: number;
  readonly name: string;
}

const QUERIES = {
  category: 'SELECT id, name FROM categories WHERE instr(lower(name), @word)',
  brand: 'SELECT id, name FROM brands WHERE instr(lower(name), @word)',
  item: `SELECT id, coalesce(title, name) name FROM items
    WHERE instr(lower(coalesce(title, '')), @word) OR instr(lower(coalesce(title_en, '')), @word) OR instr(lower(name), @word)`,
} as const;
/** Events that are looked at to tell how things are come upon. */
const LOOKED_AT = 100_000;

/** What is done most with items, such as viewing them; null where no event has one. */
export function usualAction(db: Database): number | null {
  const sql = `SELECT action FROM (SELECT action FROM events WHERE item IS NOT NULL LIMIT ${LOOKED_AT})
    GROUP BY action ORDER BY count(*) DESC, action LIMIT 1`;
  return db.prepare<[], number>(sql).pluck().get() ?? null;
}

const KINDS = ['category', 'brand', 'item'] as const;

/** What the word (lower-case) names: categories if any do, else brands, else items; the shortest names first. */
export function matchingNames(db: Database, word: string, most: number): MatchingName[] {
  for (const kind of KINDS) {
    const found = db
      .prepare<[{ word: string; most: number }], { id: number; name: string }>(
        `${QUERIES[kind]} ORDER BY length(name), id LIMIT @most`,
      )
      .all({ word, most });
    if (found.length > 0) return found.map((row) => ({ kind, ...row }));
  }
  return [];
}

/** An item with the category and brand that the catalogue gives it; 0 for none. */
export interface CatalogueItem {
  readonly item: number;
  readonly category: number;
  readonly brand: number;
}

/** The items of a category or a brand, or an item itself, as the catalogue has them. */
export function itemsOf(db: Database, { kind, id }: Pick<MatchingName, 'kind' | 'id'>): CatalogueItem[] {
  const column = kind === 'item' ? 'id' : kind;
  return db
    .prepare<[number], CatalogueItem>(
      `SELECT id item, coalesce(category, 0) category, coalesce(brand, 0) brand FROM items WHERE ${column} = ?`,
    )
    .all(id);
}
