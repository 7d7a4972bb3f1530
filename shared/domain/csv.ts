/** One line of CSV by RFC 4180, without its line end: cells are quoted only where they must be. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return cells.map((cell) => (cell === null ? '' : quoted(String(cell)))).join(',');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * The same as `defused`, but it can be taken back: an apostrophe is put before a text that begins like a formula, whatever
 * apostrophes it begins with already. For tables that come back.
 */
export function guarded(cell: string): string {
  return FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}

/** What was `guarded`, as it was before. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/**
 * A text that no spreadsheet takes for a formula: an apostrophe is put before one that begins like it, also in the full-width
 * forms of Chinese and Japanese keyboards. Plain numbers such as -3.5 are left alone. After OWASP's page "CSV injection".
 */
export function defused(cell: string): string {
  const formula = !cell.startsWith("'") && FORMULA.test(cell) && !PLAIN_NUMBER.test(cell);
  return formula ? `'${cell}` : cell;
}
