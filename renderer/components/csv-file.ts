import { csvLine, escapeFormula } from '../../shared/domain/csv.ts';

/** A cell of an exported table; null for an unknown figure. */
export type CsvValue = string | number | null;

/**
 * Creates a CSV file (UTF-8 with a byte order mark, for spreadsheets). Cells are escaped so that none is evaluated as a
 * formula.
 */
export function csvFile(header: readonly string[], rows: Iterable<readonly CsvValue[]>): Blob {
  const lines: string[] = ['\uFEFF', lineOf(header)];
  for (const row of rows) lines.push(lineOf(row));
  return new Blob(lines, { type: 'text/csv;charset=utf-8' });
}

function lineOf(cells: readonly CsvValue[]): string {
  const safeCells = cells.map((cell) => (typeof cell === 'string' ? escapeFormula(cell) : finite(cell)));
  return `${csvLine(safeCells)}\r\n`;
}

const finite = (cell: number | null) => (cell !== null && Number.isFinite(cell) ? cell : null);
