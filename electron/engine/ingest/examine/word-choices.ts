import type { Problem } from '../../../../shared/contract/examine.ts';
import { fieldsWith } from '../../../../shared/domain/event-fields.ts';
import { type Field, fields } from '../../../../shared/domain/mapping.ts';
import { findPlaces } from '../detect/mapping-places.ts';
import { countsAsNothing, WORDS_FOR_NOTHING } from '../detect/words-for-nothing.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { isNothingSql } from '../stage/nothing-sql.ts';
import { placesSql, plainSource } from '../stage/row-source.ts';

/** Fields without names, or in which any word may occur. */
const UNASKED: readonly Field[] = ['time', 'text', 'event_id', ...fieldsWith({ stored: 'number' })];

/**
 * Lists the columns with placeholders such as “NA” or “None”, whether these count as missing values or names, and the
 * number of rows. Columns of times and numbers are omitted, since a placeholder is never valid there.
 */
export async function wordChoices(duck: DuckDb, loaded: LoadedFile): Promise<Problem[]> {
  const { inspection, text, opened } = loaded;
  if (inspection.layout === 'sequences' || inspection.joined.length > 0) return [];
  const answers = opened.request.nothing ?? {};
  const places = findPlaces(inspection).fields;
  const asked = await fieldsWithWords(
    duck,
    loaded,
    fields.filter((field) => places.has(field) && !UNASKED.includes(field) && !answers[field]),
  );
  if (asked.length === 0) return [];
  const source = plainSource(text, inspection.dialect);
  const words = asked.map((field) => {
    const cell = placesSql(places.get(field) ?? [], source);
    return `CASE WHEN ${isNothingSql(cell, WORDS_FOR_NOTHING)} THEN ${cell} END AS "${field}"`;
  });
  const counts = asked.flatMap((field) => [
    `count("${field}") AS "${field}_rows"`,
    `string_agg(DISTINCT "${field}", ', ') AS "${field}_words"`,
  ]);
  const [row] = await duck.rows(`SELECT ${counts} FROM (SELECT ${words} FROM ${source.from})`);
  return asked.flatMap((field): Problem[] => {
    const count = Number(row?.[`${field}_rows`]);
    if (count === 0) return [];
    const isMissing = countsAsNothing(field, answers);
    return [
      {
        ...{ code: isMissing ? 'words-for-nothing' : 'words-kept', severity: 'warning', choice: 'counts', count },
        facts: { field, words: String(row?.[`${field}_words`]).slice(0, 200) },
        examples: [],
        remedies: [{ file: { nothing: { [field]: 'missing' } } }, { file: { nothing: { [field]: 'keep' } } }],
      },
    ];
  });
}

/**
 * Returns the fields that may contain placeholders. Uses the typed table, which is much faster to read than the file:
 * if placeholders count as missing, such a field has a missing value.
 */
async function fieldsWithWords(duck: DuckDb, { staged }: LoadedFile, asked: readonly Field[]): Promise<Field[]> {
  const columns = asked.filter((field) => staged.fields.has(field));
  if (columns.length === 0) return [];
  const conditions = columns.map((field) =>
    countsAsNothing(field) ? `"${field}" IS NULL` : isNothingSql(`"${field}"`, WORDS_FOR_NOTHING),
  );
  const [counts = []] = await duck.numberRows(
    `SELECT ${conditions.map((condition) => `count(*) FILTER (${condition})`)} FROM ${staged.table}`,
  );
  return columns.filter((_, i) => counts[i]! > 0);
}
