import type { Dialect } from '../detect/dialect.ts';
import type { ColumnPlace, Place } from '../detect/mapping-places.ts';
import { type CheckedText, cellSql, plainSql, quoteSql, readSql } from './read-sql.ts';

/** Rows as text. */
export interface RowSource {
  /** A FROM clause. */
  readonly from: string;
  /** Returns SQL for a trimmed cell, NULL if it is empty. */
  cell(column: number): string;
  /** Returns SQL for the protected form of a text that must not be stored in clear. */
  protect?(place: ColumnPlace, text: string): string;
  /** The column with the file order; null if the rows already come in it. */
  readonly order: string | null;
}

/** Returns the rows of a file without any changes. */
export function plainSource(text: CheckedText, dialect: Dialect): RowSource {
  return {
    from: readSql(text, dialect),
    cell: (column) => cellSql(column, dialect, text),
    order: null,
  };
}

/** Returns SQL for the first non-empty text of some places; NULL if all are empty. */
export function placesSql(places: readonly Place[], source: RowSource): string {
  const texts = places.map((place) => ('literal' in place ? quoteSql(place.literal) : placeSql(place, source)));
  return texts.length === 1 ? texts[0]! : `coalesce(${[...texts, 'NULL']})`;
}

/** Returns SQL for the text of a place; NULL if it is empty. */
export function placeSql(place: ColumnPlace, source: RowSource): string {
  const text = plaintextSql(place, source);
  return source.protect?.(place, text) ?? text;
}

function plaintextSql({ column, path, clock }: ColumnPlace, source: RowSource): string {
  if (clock) {
    return withClockSql(
      plaintextSql(path === undefined ? { column } : { column, path }, source),
      plaintextSql(clock, source),
    );
  }
  const cell = source.cell(column);
  return path === undefined ? cell : plainSql(jsonValueSql(cell, path));
}

/** Returns SQL for a date joined with the time of day of another cell, as `withClock` does. */
function withClockSql(date: string, clock: string): string {
  const bare = `regexp_replace(${clock}, '^(?:1899-12-3[01]|1900-01-0[01]|1970-01-01|0001-01-01)[T ]', '')`;
  const padded = `regexp_replace(${bare}, '^(?:\\d|\\d{3}|\\d{5})$', '0\\0')`;
  const time = `regexp_replace(regexp_replace(${padded}, '^(\\d\\d)(\\d\\d)$', '\\1:\\2:00'), '^(\\d\\d)(\\d\\d)(\\d\\d)$', '\\1:\\2:\\3')`;
  const day = `regexp_replace(${date}, '[T ]00?:00(?::00(?:\\.0+)?)?(?:\\s*Z)?$', '')`;
  return `CASE WHEN ${clock} IS NULL THEN ${date} ELSE ${day} || ' ' || ${time} END`;
}

/** Returns SQL for a value inside the JSON of a cell, as it is there; NULL if there is none. */
export function jsonValueSql(cell: string, path: string): string {
  const pointer = `/${path.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return `CASE WHEN json_valid(${cell}) THEN json_extract_string(${cell}, ${quoteSql(pointer)}) END`;
}
