import type { Database } from 'better-sqlite3';

/** A category, brand or item whose name or title holds a word. */
export interface MatchingName {
  readonly kind: 'category' | 'brand' | 'item';
  readonly id: number;
  readonly name: string;
}

const QUERIES = {
  category: 'SELECT id, name FROM categories WHERE instr(lower(name), ?1)',
  brand: 'SELECT id, name FROM brands WHERE instr(lower(name), ?1)',
  item: `SELECT id, coalesce(title, name) name FROM items
    WHERE instr(lower(coalesce(title, '')), ?1) OR instr(lower(coalesce(title_en, '')), ?1) OR instr(lower(name), ?1)`,
} as const;
const KINDS = ['category', 'brand', 'item'] as const;

/** What the word (lower-case) names: categories if any do, else brands, else items; the shortest names first. */
export function matchingNames(db: Database, word: string, most: number): MatchingName[] {
  for (const kind of KINDS) {
    const found = db
      .prepare<[string, number], { id: number; name: string }>(`${QUERIES[kind]} ORDER BY length(name), id LIMIT ?2`)
      .all(word, most);
    if (found.length > 0) return found.map((row) => ({ kind, ...row }));
  }
  return [];
}
