import { fieldOfName, isFieldName } from './field-names.ts';
import { recogniseTimes } from './times/recognise-times.ts';

const TYPED_NAME = /^(.+):(?:token|token_seq|float|float_seq)$/;

export interface Header {
  /** A unique name for every column; `column 3` if the file has no name for it. */
  readonly columns: readonly string[];
  readonly header: boolean;
  /** Whether the header contains types, as in RecBole's atomic files. */
  readonly typed: boolean;
}

/** Determines whether the first row is a header, unless `hasHeader` is given, and names each column. */
export function readHeader(
  rows: readonly (readonly string[])[],
  width: number,
  hasHeader: boolean | null = null,
): Header {
  const first = (rows[0] ?? []).map((cell) => cell.trim());
  const typed = first.length > 1 && first.every((cell) => TYPED_NAME.test(cell));
  const header = hasHeader ?? (typed || isHeader(first, rows.slice(1)));
  const names = header ? first.map((cell) => cell.replace(TYPED_NAME, '$1')) : [];
  return { columns: unique(names, header ? first.length : width), header, typed };
}

/**
 * Whether a row is a header: at least half of its cells are filled, no cell is a value (next to two known names, a
 * number such as a year is not one), and either a name is known, or the names are unique and a column has mostly values
 * below.
 */
function isHeader(first: readonly string[], dataRows: readonly (readonly string[])[]): boolean {
  const filled = first.filter((cell) => cell !== '');
  const isNamed = filled.filter(isFieldName).length >= 2;
  if (filled.length < first.length / 2 || filled.some((cell) => isValue(cell) && !(isNamed && /^\d+$/.test(cell)))) {
    return false;
  }
  if (filled.some((cell) => fieldOfName(cell) !== null)) return true;
  if (dataRows.length === 0 || new Set(filled).size < filled.length) return false;
  return first.some((_, c) => {
    const cells = dataRows.slice(0, 50).map((row) => row[c] ?? '');
    return cells.filter(isValue).length > cells.length / 2;
  });
}

/** Whether a cell is a number or a time, which cannot be a column name. */
export const isValue = (cell: string) => /^[-+]?[\d.,]*\d[\d.,]*$/.test(cell) || recogniseTimes([cell]).share === 1;

function unique(names: readonly string[], width: number): string[] {
  const usedNames = new Set<string>();
  return Array.from({ length: width }, (_, c) => {
    const base = names[c] || `column ${c + 1}`;
    let name = base;
    for (let n = 2; usedNames.has(name); n++) name = `${base} ${n}`;
    usedNames.add(name);
    return name;
  });
}
