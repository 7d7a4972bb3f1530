import type { ReactNode } from 'react';
import { type CsvValue, csvFile } from './csv-file.ts';
import { nodeText } from './node-text.ts';

/** The properties of a table column that determine its export. */
export interface ExportedColumn<Row> {
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  sort?: (row: Row) => number | string;
  /** Value in the exported table; by default the text of the cell. */
  exported?: (row: Row) => CsvValue;
}

/** A formatted number, share or amount: `12,345`, `7.5%`, `¥10`, `5.7×`; not a date or a duration. */
const FIGURE = /^[\p{Sc}\p{Nd}\s.,+\-−%×倍]+$/u;

/**
 * Returns a table as a CSV file: rows in the current order, numbers in full precision, everything else as displayed.
 * Columns without text, such as buttons, are omitted.
 */
export function tableCsv<Row>(columns: readonly ExportedColumn<Row>[], rows: readonly Row[]): Blob {
  const cells = columns.map((column) => rows.map((row) => cellValue(column, row)));
  const shown = columns.flatMap((_, at) => (cells[at]!.some((cell) => cell !== '' && cell !== null) ? [at] : []));
  return csvFile(
    shown.map((at) => columns[at]!.header),
    rows.map((_, row) => shown.map((at) => cells[at]![row] ?? null)),
  );
}

/** Returns the exported value of a cell. */
export function cellValue<Row>({ cell, numeric, sort, exported }: ExportedColumn<Row>, row: Row): CsvValue {
  if (exported) return exported(row);
  const text = nodeText(cell(row));
  const value = sort?.(row);
  if (numeric && typeof value === 'number' && shows(text, value)) return value;
  return text === '' && typeof value === 'string' ? value : text;
}

/** Whether a formatted number is the given value, rounded; a column may be sorted by another value than it displays. */
function shows(text: string, value: number): boolean {
  if (!FIGURE.test(text)) return false;
  const figure = text.replaceAll('−', '-').replaceAll(/[^\d.-]/g, '');
  const decimals = figure.split('.')[1]?.length ?? 0;
  const shownValue = text.includes('%') ? 100 * value : value;
  return Math.abs(Number(figure) - shownValue) <= 0.5001 * 10 ** -decimals;
}
