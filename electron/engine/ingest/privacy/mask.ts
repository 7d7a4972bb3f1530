import type { RejectedRow } from '../../../../shared/contract/import-rejected.ts';
import { TEXT_LIMIT } from '../check/row-visitor.ts';
import { type Dialect, splitRows } from '../detect/dialect.ts';
import { MASK } from '../stage/read-sql.ts';
import type { PrivateColumn } from './private-columns.ts';

/** Removes the texts of rejected rows that cannot be split into cells, if the file has columns to hide. */
export function withholdTexts(rows: readonly RejectedRow[], columns: readonly PrivateColumn[]): readonly RejectedRow[] {
  return hiddenIndices(columns).size === 0 ? rows : rows.map((row) => ({ ...row, text: '' }));
}

/**
 * Replaces the cells of dropped or hashed columns in rejected rows with `***`; removes texts that are truncated or do
 * not fit the columns.
 */
export function maskRows(
  rows: readonly RejectedRow[],
  columns: readonly PrivateColumn[],
  dialect: Dialect,
): readonly RejectedRow[] {
  const indices = hiddenIndices(columns);
  return indices.size === 0 ? rows : rows.map((row) => ({ ...row, text: maskedText(row.text, indices, dialect) }));
}

const hiddenIndices = (columns: readonly PrivateColumn[]) =>
  new Set(columns.filter(({ choice }) => choice !== 'keep').map(({ place }) => place.column));

function maskedText(text: string, indices: ReadonlySet<number>, { separator, columns }: Dialect): string {
  const [cells = [], ...otherRows] = text.length < TEXT_LIMIT ? splitRows(text, separator) : [];
  if (otherRows.length > 0 || (columns !== null && cells.length !== columns)) return '';
  return cells.map((cell, c) => (indices.has(c) ? MASK : quoteCell(cell, separator))).join(separator);
}

function quoteCell(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
