/** Formats one line of CSV (RFC 4180) without its line break. Quotes cells only if necessary. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return cells.map((cell) => (cell === null ? '' : quoteCell(String(cell)))).join(',');
}

function quoteCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * Reversible variant of `escapeFormula`, for tables that are imported again: prefixes text that looks like a formula
 * with an apostrophe even if it already starts with apostrophes.
 */
export function escapeFormulaReversibly(cell: string): string {
  return FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}

/** Reverses `escapeFormulaReversibly`. */
export function unescapeFormula(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/**
 * Escapes text that a spreadsheet would evaluate as a formula with a leading apostrophe, including the full-width forms
 * of Chinese and Japanese keyboards. Plain numbers such as -3.5 are left unchanged. Follows OWASP's page "CSV
 * injection".
 */
export function escapeFormula(cell: string): string {
  const formula = !cell.startsWith("'") && FORMULA.test(cell) && !PLAIN_NUMBER.test(cell);
  return formula ? `'${cell}` : cell;
}
