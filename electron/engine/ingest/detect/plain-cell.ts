/** All kinds of white space. Other invisible characters are parts of names, except a leading byte order mark. */
const BLANKS = String.raw`\t-\r\x85\p{Zs}\u2028\u2029`;
const EDGES = new RegExp(`^[${BLANKS}\\uFEFF]+|[${BLANKS}]+$`, 'gu');
const FORMULA = /^="([^"]*)"$/;
/**
 * The apostrophe by which spreadsheets force text: before digits and signs, or before text without white space and
 * quotation marks.
 */
const TEXT_MARK = /^'(?=[-+=@\d]|[^\s']+$)/;

/**
 * Returns the normal form of a cell: trimmed, and without what spreadsheets put around text, an apostrophe (`'00123`)
 * or a formula (`="00123"`). Equivalent to `plainSql`.
 */
export function plainCell(cell: string): string {
  const text = cell.replaceAll(EDGES, '');
  const first = text.charCodeAt(0);
  if (first === 0x3d) return text.replace(FORMULA, '$1').replaceAll(EDGES, '');
  return first === 0x27 ? text.replace(TEXT_MARK, '').replaceAll(EDGES, '') : text;
}
