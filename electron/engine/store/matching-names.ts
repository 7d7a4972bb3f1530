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
