import type { Dialect } from '../detect/dialect.ts';
import type { ColumnPlace, Place } from '../detect/mapping-places.ts';
import { cellSql, quoteSql, readSql } from './read-sql.ts';

/** A file to read, as the check left it. */
export interface CheckedText {
  readonly clean: string;
  readonly multiline: boolean;
  readonly padded: boolean;
}

/** Rows as text. */
export interface RowSource {
  /** A FROM clause. */
  readonly from: string;
  /** SQL of a cell: without blanks around it, NULL where it is empty. */
  cell(column: number): string;
  /** What stands for the text of a place where it must not be kept in clear. */
  protect?(place: ColumnPlace, text: string): string;
  /** The column that tells their order in the file, where they do not come in it by themselves. */
  readonly order: string | null;
}

/** The rows of a file, just as they are. */
export function plainSource({ clean, multiline, padded }: CheckedText, dialect: Dialect): RowSource {
  return {
    from: readSql(clean, dialect, multiline),
    cell: (column) => cellSql(column, dialect, padded),
    order: null,
  };
}

/** The text of the first of some places that is not empty; NULL where all are. */
export function placesSql(places: readonly Place[], source: RowSource): string {
  const texts = places.map((place) => ('literal' in place ? quoteSql(place.literal) : placeSql(place, source)));
  return texts.length === 1 ? texts[0]! : `coalesce(${[...texts, 'NULL']})`;
}

/** The text of a place; NULL where it is empty. */
export function placeSql(place: ColumnPlace, source: RowSource): string {
  const text = clearSql(place, source);
  return source.protect?.(place, text) ?? text;
}

function clearSql({ column, path }: ColumnPlace, source: RowSource): string {
  const cell = source.cell(column);
  if (path === undefined) return cell;
  const pointer = `/${path.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return `CASE WHEN json_valid(${cell}) THEN nullif(trim(json_extract_string(${cell}, ${quoteSql(pointer)})), '') END`;
}
