import type { Problem } from '../../../../shared/contract/examine.ts';
import { fieldsWith } from '../../../../shared/domain/event-fields.ts';
import { type Field, fields } from '../../../../shared/domain/mapping.ts';
import { findPlaces } from '../detect/mapping-places.ts';
import { countsAsMissing, PLACEHOLDERS } from '../detect/placeholders.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { isPlaceholderSql } from '../stage/placeholder-sql.ts';
import { placesSql, plainSource } from '../stage/row-source.ts';

/** Fields without names, or in which any word may occur. */
const OMITTED_FIELDS: readonly Field[] = ['time', 'text', 'event_id', ...fieldsWith({ stored: 'number' })];

/**
 * Lists the columns with placeholders such as “NA” or “None”, whether these count as missing values or names, and the
 * number of rows. Columns of times and numbers are omitted, since a placeholder is never valid there.
 */
export async function placeholderChoices(duck: DuckDb, loaded: LoadedFile): Promise<Problem[]> {
  const { inspection, text, opened } = loaded;
  if (inspection.layout === 'sequences' || inspection.joined.length > 0) return [];
  const answers = opened.request.nothing ?? {};
  const places = findPlaces(inspection).fields;
  const candidates = await fieldsWithPlaceholders(
    duck,
    loaded,
    fields.filter((field) => places.has(field) && !OMITTED_FIELDS.includes(field) && !answers[field]),
  );
  if (candidates.length === 0) return [];
  const source = plainSource(text, inspection.dialect);
  const words = candidates.map((field) => {
    const cell = placesSql(places.get(field) ?? [], source);
    return `CASE WHEN ${isPlaceholderSql(cell, PLACEHOLDERS)} THEN ${cell} END AS "${field}"`;
  });
  const counts = candidates.flatMap((field) => [
    `count("${field}") AS "${field}_rows"`,
    `string_agg(DISTINCT "${field}", ', ') AS "${field}_words"`,
  ]);
  const [row] = await duck.rows(`SELECT ${counts} FROM (SELECT ${words} FROM ${source.from})`);
  return candidates.flatMap((field): Problem[] => {
    const count = Number(row?.[`${field}_rows`]);
    if (count === 0) return [];
    const isMissing = countsAsMissing(field, answers);
    return [
      {
        ...{
          code: isMissing ? 'placeholder-missing' : 'placeholder-kept',
          severity: 'warning',
          choice: 'counts',
          count,
        },
        facts: { field, words: String(row?.[`${field}_words`]).slice(0, 200) },
        examples: [],
        remedies: [{ file: { nothing: { [field]: 'missing' } } }, { file: { nothing: { [field]: 'keep' } } }],
      },
    ];
  });
}

/**
 * Returns the fields that may contain placeholders. Uses the typed table, which is much faster to read than the file:
 * if placeholders count as missing, such a field has a missing value; otherwise, its distinct values are compared.
 */
async function fieldsWithPlaceholders(
  duck: DuckDb,
  { staged }: LoadedFile,
  candidates: readonly Field[],
): Promise<Field[]> {
  const matching: Field[] = [];
  for (const field of candidates.filter((name) => staged.fields.has(name))) {
    const rows = countsAsMissing(field)
      ? `${staged.table} WHERE "${field}" IS NULL`
      : `(SELECT DISTINCT "${field}" AS value FROM ${staged.table}) WHERE ${isPlaceholderSql('value', PLACEHOLDERS)}`;
    if ((await duck.number(`SELECT count(*) FROM ${rows}`)) > 0) matching.push(field);
  }
  return matching;
}
