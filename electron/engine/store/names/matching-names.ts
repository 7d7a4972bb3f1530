import type { Database } from 'better-sqlite3';

/** A category, brand or item whose name or title contains a word. */
export interface MatchingName {
  readonly kind: 'category' | 'brand' | 'item';
  readonly id: number;
  readonly name: string;
}

const QUERIES = {
  category: `SELECT id, name FROM categories WHERE ${containsPattern('name')}`,
  brand: `SELECT id, name FROM brands WHERE ${containsPattern('name')}`,
  item: `SELECT id, coalesce(title, name) name FROM items
    WHERE ${containsPattern("coalesce(title, '')")} OR ${containsPattern("coalesce(title_en, '')")} OR ${containsPattern('name')}`,
} as const;
/** Words of up to this many letters match as whole words only. */
const MAX_WHOLE_WORD = 3;
/** Number of events examined to find the most frequent action. */
const SAMPLED_EVENTS = 100_000;

/** The most frequent action on items, such as viewing them; null if no event has an item. */
export function mostFrequentAction(db: Database): number | null {
  const sql = `SELECT action FROM (SELECT action FROM events WHERE item IS NOT NULL LIMIT ${SAMPLED_EVENTS})
    GROUP BY action ORDER BY count(*) DESC, action LIMIT 1`;
  return db.prepare<[], number>(sql).pluck().get() ?? null;
}

const KINDS = ['category', 'brand', 'item'] as const;

/** SQL condition: whether a column matches the word's pattern. */
function containsPattern(column: string): string {
  return `' ' || lower(${column}) || ' ' GLOB @pattern`;
}

/**
 * A word of Latin letters or digits matches at the start of a word ("phone" in "phones", "and" not in "hand"), a short
 * one only as a whole word; a word in any other script matches anywhere.
 */
function patternOf(word: string): string {
  const literal = word.replace(/[[*?]/g, '[$&]');
  if (!/^[a-z0-9]/.test(word)) return `*${literal}*`;
  return word.length > MAX_WHOLE_WORD ? `*[^a-z0-9]${literal}*` : `*[^a-z0-9]${literal}[^a-z0-9]*`;
}

/** Returns what a lower-case word refers to: categories if any match, else brands, else items; shortest names first. */
export function matchingNames(db: Database, word: string, limit: number): MatchingName[] {
  const pattern = patternOf(word);
  for (const kind of KINDS) {
    const rows = db
      .prepare<[{ pattern: string; most: number }], { id: number; name: string }>(
        `${QUERIES[kind]} ORDER BY length(name), id LIMIT @most`,
      )
      .all({ pattern, most: limit });
    if (rows.length > 0) return rows.map((row) => ({ kind, ...row }));
  }
  return [];
}

/** An item with its category and brand from the catalogue; 0 for none. */
export interface CatalogueItem {
  readonly item: number;
  readonly category: number;
  readonly brand: number;
}

/** The items of a category or brand, or a single item, from the catalogue. */
export function itemsOf(db: Database, { kind, id }: Pick<MatchingName, 'kind' | 'id'>): CatalogueItem[] {
  const column = kind === 'item' ? 'id' : kind;
  return db
    .prepare<[number], CatalogueItem>(
      `SELECT id item, coalesce(category, 0) category, coalesce(brand, 0) brand FROM items WHERE ${column} = ?`,
    )
    .all(id);
}
