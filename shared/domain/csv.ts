/** Formats one line of CSV (RFC 4180) without its line break. Quotes cells only if necessary. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return cells.map((cell) => (cell === null ? '' : quoteCell(String(cell)))).join(',');
}

function quoteCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * Position after a character that a spreadsheet may take for a separator or for the end of a row, if a formula follows,
 * with or without quotation marks. A plain number between two of the same separator is no formula; at the end of a cell
 * it could be one together with the next cell.
 */
const NESTED = /(?<=([;\t|\r\n]))(?=["']*[=+\-@＝＋－＠])(?![+-]\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\1)/gu;
const UNESCAPED_NESTED = new RegExp(`${NESTED.source}(?!')`, 'gu');
const ESCAPED_NESTED = /(?<=[;\t|\r\n])'(?=["']*[=+\-@＝＋－＠])/gu;

/**
 * Reversible variant of `escapeFormula`, for tables that are imported again: adds an apostrophe to text that looks like
 * a formula even if it already starts with apostrophes.
 */
export function escapeFormulaReversibly(cell: string): string {
  const isFormula = FORMULA.test(cell) && !PLAIN_NUMBER.test(cell);
  return `${isFormula ? "'" : ''}${cell.replaceAll(NESTED, "'")}`;
}

/** Reverses `escapeFormulaReversibly`. */
export function unescapeFormula(cell: string): string {
  const isEscaped = cell.startsWith("'") && FORMULA.test(cell);
  return (isEscaped ? cell.slice(1) : cell).replaceAll(ESCAPED_NESTED, '');
}

/**
 * Escapes text that a spreadsheet would evaluate as a formula with a leading apostrophe, including the full-width forms
 * of Chinese and Japanese keyboards. A spreadsheet may split the file at semicolons (the default in many languages of
 * Excel), tabs or bars instead of commas, so what follows these or a line break within a cell is escaped likewise:
 * `x;=1+1` becomes `x;'=1+1`. Plain numbers such as -3.5 are left unchanged. Follows OWASP's page "CSV injection".
 */
export function escapeFormula(cell: string): string {
  const isFormula = !cell.startsWith("'") && FORMULA.test(cell) && !PLAIN_NUMBER.test(cell);
  return `${isFormula ? "'" : ''}${cell.replaceAll(UNESCAPED_NESTED, "'")}`;
}
