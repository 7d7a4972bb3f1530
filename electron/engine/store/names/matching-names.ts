import type { Database } from 'better-sqlite3';

/** A category, brand or item whose name or title holds a word. */
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
/** Letters of a word that is found as a whole only. */
const MAX_WHOLE_WORD = 3;
/** Events that are looked at to tell how things are come upon. */
const SAMPLED_EVENTS = 100_000;

/** What is done most with items, such as viewing them; null where no event has one. */
export function mostFrequentAction(db: Database): number | null {
  const sql = `SELECT action FROM (SELECT action FROM events WHERE item IS NOT NULL LIMIT ${SAMPLED_EVENTS})
    GROUP BY action ORDER BY count(*) DESC, action LIMIT 1`;
  return db.prepare<[], number>(sql).pluck().get() ?? null;
}

const KINDS = ['category', 'brand', 'item'] as const;

/** SQL that is true where a column holds the word of the pattern. */
function containsPattern(column: string): string {
  return `' ' || lower(${column}) || ' ' GLOB @pattern`;
}

/**
 * A word of letters that words are written apart with begins where one does ("phone" in "phones", "and" not in "hand"), and a
 * short one ends there too; any other may stand anywhere.
 */
function patternOf(word: string): string {
  const literal = word.replace(/[[*?]/g, '[$&]');
  if (!/^[a-z0-9]/.test(word)) return `*${literal}*`;
  return word.length > MAX_WHOLE_WORD ? `*[^a-z0-9]${literal}*` : `*[^a-z0-9]${literal}[^a-z0-9]*`;
}

/** What the word (lower-case) names: categories if any do, else brands, else items; the shortest names first. */
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
