/** Blanks of every kind. Invisible marks are parts of names, except byte order marks in front. */
const BLANKS = String.raw`\t-\r\x85\p{Zs}\u2028\u2029`;
const EDGES = new RegExp(`^[${BLANKS}\\uFEFF]+|[${BLANKS}]+$`, 'gu');
const FORMULA = /^="([^"]*)"$/;
/** The mark with which spreadsheets force text: in front of digits and signs, or of a text without blanks and quotes. */
const TEXT_MARK = /^'(?=[-+=@\d]|[^\s']+$)/;

/**
 * Returns a cell in its one form: without blanks at its edges, and without what spreadsheets put around texts, an
 * apostrophe in front (`'00123`) or a formula (`="00123"`). `plainSql` does the same.
 */
export function plainCell(cell: string): string {
  const text = cell.replaceAll(EDGES, '');
  const first = text.charCodeAt(0);
  if (first === 0x3d) return text.replace(FORMULA, '$1').replaceAll(EDGES, '');
  return first === 0x27 ? text.replace(TEXT_MARK, '').replaceAll(EDGES, '') : text;
}
