import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import { EVENT_FIELDS } from '../../../../shared/domain/event-fields.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { quoteSql } from '../stage/read-sql.ts';
import { type Staged, USABLE } from '../stage/stage.ts';

/** Short texts that are compared with each other. */
const NAME_FIELDS: readonly Field[] = EVENT_FIELDS.filter(
  ({ stored, ...row }) => stored === 'id' || (stored === 'text' && !('freeText' in row)),
).map(({ field }) => field);
const CASE_FOLDED_FIELDS: readonly Field[] = ['action', 'category', 'brand'];

/** U+FF01 to U+FF5E and the ideographic space, and their ASCII equivalents. */
const WIDE = `${String.fromCodePoint(...Array.from({ length: 94 }, (_, i) => 0xff01 + i))}\u3000`;
const NARROW = `${String.fromCodePoint(...Array.from({ length: 94 }, (_, i) => 0x21 + i))} `;

/**
 * Normalises texts. `width` converts full-width ASCII to half-width, which is the part of Unicode's NFKC that matters
 * in exports (DuckDB has only NFC), composes accents (NFC) and collapses whitespace, which free texts keep. `case`
 * converts actions, categories and brands to lower case. Returns the number of changed rows.
 */
export async function normaliseTexts(duck: DuckDb, staged: Staged, options: Cleaning['text']): Promise<number> {
  const { table } = staged;
  const replacements: { column: string; forms: string }[] = [];
  for (const { column, sql } of normalForms(staged, options ?? {})) {
    // Texts repeat: normalising each distinct one once is much faster, and usually nothing changes.
    const forms = `forms_${replacements.length}`;
    await duck.run(`CREATE OR REPLACE TABLE different AS
      SELECT DISTINCT ${column} AS x FROM ${table} WHERE ${USABLE} AND ${column} IS NOT NULL`);
    await duck.run(`CREATE OR REPLACE TABLE ${forms} AS
      SELECT old, new FROM (SELECT x AS old, ${sql} AS new FROM different) WHERE new NOT IN (old, '')`);
    replacements.push({ column, forms });
  }
  const isChanged = replacements.map(({ column, forms }) => `${column} IN (SELECT old FROM ${forms})`).join(' OR ');
  const rows = isChanged ? await duck.number(`SELECT count(*) FROM ${table} WHERE ${USABLE} AND (${isChanged})`) : 0;
  for (const { column, forms } of replacements) {
    const isUsed = rows > 0 && (await duck.number(`SELECT count(*) FROM ${forms}`)) > 0;
    if (isUsed) await duck.run(`UPDATE ${table} SET ${column} = new FROM ${forms} WHERE ${USABLE} AND ${column} = old`);
    await duck.run(`DROP TABLE ${forms}`);
  }
  await duck.run('DROP TABLE IF EXISTS different');
  return rows;
}

/** Yields the columns to normalise, each with the SQL of the normal form of a text `x`. */
function* normalForms(
  { fields, attributes }: Staged,
  { width = false, case: fold = false }: NonNullable<Cleaning['text']>,
) {
  // A text with as many bytes as characters is ASCII.
  const narrow = `CASE WHEN strlen(x) = length(x) THEN x ELSE nfc_normalize(translate(x, ${quoteSql(WIDE)}, ${quoteSql(NARROW)})) END`;
  const normalised = `trim(regexp_replace(${narrow}, '\\s+', ' ', 'g'))`;
  for (const field of NAME_FIELDS) {
    const isFolded = fold && CASE_FOLDED_FIELDS.includes(field);
    if (!fields.has(field) || !(width || isFolded)) continue;
    const form = width ? normalised : 'x';
    yield { column: `"${field}"`, sql: isFolded ? `lower(${form})` : form };
  }
  if (!width) return;
  if (fields.has('text')) yield { column: '"text"', sql: narrow };
  for (const i of attributes.keys()) yield { column: `a${i + 1}`, sql: normalised };
}
