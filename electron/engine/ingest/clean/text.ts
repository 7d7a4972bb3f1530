import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import type { Duck } from '../duck.ts';
import { quoteSql } from '../read-sql.ts';
import { type Staged, USABLE } from '../stage.ts';

/** Short texts, which are compared with each other. */
const NAMES: readonly Field[] = [
  ...(['user', 'alias', 'action', 'item', 'category', 'brand', 'title', 'title_en'] as const),
  ...(['session', 'order_id', 'currency', 'channel', 'campaign'] as const),
];
const FOLDED: readonly Field[] = ['action', 'category', 'brand'];

/** U+FF01 to U+FF5E and the wide blank, and what they are in ASCII. */
const WIDE = `${String.fromCodePoint(...Array.from({ length: 94 }, (_, i) => 0xff01 + i))}\u3000`;
const NARROW = `${String.fromCodePoint(...Array.from({ length: 94 }, (_, i) => 0x21 + i))} `;

/**
 * Brings texts to one form. `width` makes full-width ASCII narrow, which is the part of Unicode's NFKC that matters in
 * exports (the table engine has none of the rest), composes accents (NFC) and shrinks runs of blanks; a free text keeps its
 * blanks and lines. `case` makes actions, categories and brands lower-case. Returns the rows it changed.
 */
export async function normaliseTexts(duck: Duck, staged: Staged, options: Cleaning['text']): Promise<number> {
  const changes = [...changed(staged, options ?? {})];
  if (changes.length === 0) return 0;
  const set = changes.map(({ column, sql }) => `${column} = ${sql}`);
  const differs = changes.map(({ column, sql }) => `${column} IS DISTINCT FROM ${sql}`);
  return duck.number(`UPDATE ${staged.table} SET ${set} WHERE ${USABLE} AND (${differs.join(' OR ')})`);
}

function* changed(
  { fields, attributes }: Staged,
  { width = false, case: fold = false }: NonNullable<Cleaning['text']>,
) {
  const narrow = (column: string) => `nfc_normalize(translate(${column}, ${quoteSql(WIDE)}, ${quoteSql(NARROW)}))`;
  const tidy = (column: string) => `trim(regexp_replace(${narrow(column)}, '\\s+', ' ', 'g'))`;
  for (const field of NAMES) {
    const isFolded = fold && FOLDED.includes(field);
    if (!fields.has(field) || !(width || isFolded)) continue;
    const column = `"${field}"`;
    const one = width ? tidy(column) : column;
    yield { column, sql: isFolded ? `lower(${one})` : one };
  }
  if (!width) return;
  if (fields.has('text')) yield { column: '"text"', sql: narrow('"text"') };
  for (const i of attributes.keys()) yield { column: `a${i + 1}`, sql: tidy(`a${i + 1}`) };
}
