/** One line of CSV by RFC 4180, without its line end: cells are quoted only where they must be. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return cells.map((cell) => (cell === null ? '' : quoted(String(cell)))).join(',');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * A text that no spreadsheet takes for a formula: an apostrophe is put before one that begins like it, also in the full-width
 * forms of Chinese and Japanese keyboards. Plain numbers such as -3.5 are left alone. After OWASP's page "CSV injection".
 */
export function defused(cell: string): string {
  const formula = /^[=+\-@\t\r\n＝＋－＠]/u.test(cell) && !/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(cell);
  return formula ? `'${cell}` : cell;
}
