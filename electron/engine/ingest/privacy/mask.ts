import type { RejectedRow } from '../../../../shared/contract/ingest.ts';
import { TEXT_LIMIT } from '../check/scan-file.ts';
import { type Dialect, splitRows } from '../detect/dialect.ts';
import { MASK } from '../stage/read-sql.ts';
import type { PrivateColumn } from './private-columns.ts';

/** Rejected rows whose cells cannot be told apart: of files with something to hide, their texts are withheld. */
export function withheld(rows: readonly RejectedRow[], columns: readonly PrivateColumn[]): readonly RejectedRow[] {
  return hidden(columns).size === 0 ? rows : rows.map((row) => ({ ...row, text: '' }));
}

/** Rejected rows with `***` for the cells of columns that are dropped or hashed; a text that is cut off is withheld. */
export function masked(
  rows: readonly RejectedRow[],
  columns: readonly PrivateColumn[],
  dialect: Dialect,
): readonly RejectedRow[] {
  const places = hidden(columns);
  return places.size === 0 ? rows : rows.map((row) => ({ ...row, text: maskedText(row.text, places, dialect) }));
}

const hidden = (columns: readonly PrivateColumn[]) =>
  new Set(columns.filter(({ choice }) => choice !== 'keep').map(({ place }) => place.column));

function maskedText(text: string, places: ReadonlySet<number>, { separator, columns }: Dialect): string {
  const [cells = [], ...others] = text.length < TEXT_LIMIT ? splitRows(text, separator) : [];
  if (others.length > 0 || (columns !== null && cells.length !== columns)) return '';
  return cells.map((cell, c) => (places.has(c) ? MASK : quoted(cell, separator))).join(separator);
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
