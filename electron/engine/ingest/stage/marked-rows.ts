import type { Inspection } from '../detect/inspect.ts';
import type { Places } from '../detect/mapping-places.ts';
import type { DuckDb } from './duckdb.ts';
import { type CheckedText, rawCellSql, readSql, startsWithMarkSql } from './read-sql.ts';
import { jsonValueSql } from './row-source.ts';

/**
 * Counts the rows of a file in which a cell, or a mapped value inside the JSON of a cell, starts with a byte order
 * mark. Reads the file again if there can be any.
 */
export async function countMarkedRows(
  duck: DuckDb,
  { columns, layout, dialect }: Inspection,
  text: CheckedText,
  { fields, attributes }: Places,
): Promise<number> {
  const cells = columns.map((_, column) => rawCellSql(column, dialect));
  const jsonValues = [...[...fields.values()].flat(), ...attributes].flatMap((place) =>
    'literal' in place || place.path === undefined || place.column >= columns.length
      ? []
      : [jsonValueSql(rawCellSql(place.column, dialect), place.path)],
  );
  const isMarked = [...(text.byteOrderMarks ? cells : []), ...jsonValues].map(startsWithMarkSql);
  if (text.byteOrderMarks && layout === 'sequences')
    isMarked.push(`len(list_filter(cells, lambda cell: ${startsWithMarkSql('cell')})) > 0`);
  if (isMarked.length === 0) return 0;
  return duck.number(`SELECT count(*) FROM ${readSql(text, dialect)} WHERE ${isMarked.join(' OR ')}`);
}
