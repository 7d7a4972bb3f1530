import type { Database } from 'better-sqlite3';
import type { Titles } from './name-lookup.ts';

export interface Suggestion extends Titles {
  name: string;
}

const titles = {
  categories: ['NULL', 'NULL'],
  brands: ['NULL', 'NULL'],
  items: ['title', 'title_en'],
} as const;

/** Names whose name or title contains a text, ignoring ASCII case; names that start with the text first. */
export function suggestNames(db: Database, table: keyof typeof titles, text: string, limit: number): Suggestion[] {
  const [title, titleEn] = titles[table];
  const containsPattern = `%${escapeLike(text)}%`;
  return db
    .prepare<[string, string, string, string, number], Suggestion>(
      `SELECT name, ${title} title, ${titleEn} titleEn FROM ${table}
       WHERE name LIKE ? ESCAPE '\\' OR ${title} LIKE ? ESCAPE '\\' OR ${titleEn} LIKE ? ESCAPE '\\'
       ORDER BY name NOT LIKE ? ESCAPE '\\', name LIMIT ?`,
    )
    .all(containsPattern, containsPattern, containsPattern, `${escapeLike(text)}%`, limit);
}

/** Values of an attribute that contain a text, most frequent first. */
export function suggestValues(db: Database, attribute: string, text: string, limit: number): Suggestion[] {
  return db
    .prepare<[string, string, number], Suggestion>(
      `SELECT v.value name, NULL title, NULL titleEn FROM user_attributes v JOIN attributes a ON a.id = v.attribute
       WHERE a.name = ? AND v.value LIKE ? ESCAPE '\\' GROUP BY v.value ORDER BY count(*) DESC, v.value LIMIT ?`,
    )
    .all(attribute, `%${escapeLike(text)}%`, limit);
}

/** Escapes a text for a LIKE pattern. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
