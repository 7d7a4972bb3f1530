import { MAX_RECORD } from '../check/record-scanner.ts';
import { UNIT_SEPARATOR } from '../check/row-visitor.ts';
import { type Dialect, isSplitByRegex, type Separator } from '../detect/dialect.ts';
import { literalPath } from '../literal-path.ts';

/** Replacement for a cell that must not be shown; when such a row is corrected, the value has to be entered again. */
export const MASK = '***';

/** Representations of a missing value in exports. */
const NULL_STRINGS = ['', '\\N', 'NULL', 'null', '(not set)', MASK];

/** Regular expressions for the separators of lines that are split after reading. */
const SEPARATOR_PATTERNS: Readonly<Partial<Record<Separator, string>>> = { ' ': '[ \\t]+', '::': '::' };

export const quoteSql = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A file to read, after its check. */
export interface CheckedText {
  /** Path of the file or of its copy without faulty rows. */
  readonly clean: string;
  readonly multiline: boolean;
  readonly padded: boolean;
  readonly byteOrderMarks: boolean;
  /** Whether cells may differ from their normal form (`plainCell`). */
  readonly unnormalised: boolean;
}

/** SQL of U+FEFF, the byte order mark. */
const MARK = 'chr(65279)';

/** Returns SQL for a text without byte order marks, and the blanks between them, at its start. */
export const withoutMarkSql = (text: string) => `ltrim(${text}, ${MARK} || ' ')`;

/** Returns SQL for whether a text starts with a byte order mark; NULL for a missing text. */
export const startsWithMarkSql = (text: string) => `starts_with(ltrim(${text}), ${MARK})`;

/**
 * Returns a FROM clause that reads a file as text: columns c1, c2, …; or a list `cells` if lines are split by blanks or
 * `::`, or hold whole sequences. The structure of the file has been checked before. If rows span several lines, a
 * single thread reads it, since several could start inside a quoted cell and mistake its lines for rows.
 */
export function readSql({ clean: file, multiline }: CheckedText, dialect: Dialect): string {
  const readCsvSql = (columns: readonly string[], delimiter: string, quote: string, nullStrings: readonly string[]) =>
    `read_csv(${quoteSql(literalPath(file))}, auto_detect = false, compression = 'none', header = ${dialect.header}, delim = ${delimiter}, quote = ${quoteSql(quote)},
      escape = ${quoteSql(quote)}, nullstr = [${nullStrings.map(quoteSql)}], strict_mode = true, parallel = ${!multiline}, max_line_size = ${4 * MAX_RECORD}, buffer_size = ${8 * MAX_RECORD},
      new_line = '\\n', columns = {${columns.map((name) => `'${name}': 'VARCHAR'`)}})`;
  if (!isSplitByRegex(dialect) && dialect.columns !== null) {
    const names = Array.from({ length: dialect.columns }, (_, c) => `c${c + 1}`);
    return readCsvSql(names, quoteSql(dialect.separator), dialect.quoted ? '"' : '', NULL_STRINGS);
  }
  const pattern = SEPARATOR_PATTERNS[dialect.separator] ?? `[ \\t]*[${dialect.separator}][ \\t]*`;
  const lines = readCsvSql(['line'], `chr(${UNIT_SEPARATOR})`, '', ['']);
  return `(SELECT string_split_regex(trim(line, ' \t' || chr(13)), ${quoteSql(pattern)}) AS cells FROM ${lines})`;
}

/** Returns SQL for a cell as it is in the file. */
export function rawCellSql(column: number, dialect: Dialect): string {
  return isSplitByRegex(dialect) || dialect.columns === null ? `cells[${column + 1}]` : `c${column + 1}`;
}

/** All kinds of white space: that of ASCII, and Unicode's separators. */
const BLANKS = [
  9,
  10,
  11,
  12,
  13,
  32,
  0x85,
  0xa0,
  0x1680,
  ...span(0x2000, 0x200a),
  0x2028,
  0x2029,
  0x202f,
  0x205f,
  0x3000,
];
const BLANKS_SQL = quoteSql(String.fromCodePoint(...BLANKS));

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Returns SQL for the normal form of a text, as `plainCell` returns it; NULL if it is empty. */
export function plainSql(text: string): string {
  const trim = (inner: string) => `trim(ltrim(${inner}, ${BLANKS_SQL} || ${MARK}), ${BLANKS_SQL})`;
  const trimmed = trim(text);
  const formula = trim(`regexp_replace(${trimmed}, '^="([^"]*)"$', '\\1')`);
  const marked = trim(`regexp_replace(${trimmed}, '^''([-+=@0-9]|[^\\s'']+$)', '\\1')`);
  return `nullif(CASE WHEN starts_with(${trimmed}, '''') THEN ${marked} WHEN starts_with(${trimmed}, '="') THEN ${formula} ELSE ${trimmed} END, '')`;
}

/**
 * Returns SQL for a cell in its normal form. Normalising costs as much as reading, so it is skipped unless the check
 * found padded cells, byte order marks (in the middle of concatenated exports) or text marks of spreadsheets.
 */
export function cellSql(
  column: number,
  dialect: Dialect,
  { padded, byteOrderMarks, unnormalised }: Pick<CheckedText, 'padded' | 'byteOrderMarks' | 'unnormalised'>,
): string {
  const cell = rawCellSql(column, dialect);
  if (byteOrderMarks || unnormalised) return plainSql(cell);
  return dialect.separator === '::' || (dialect.separator !== ' ' && padded) ? `nullif(trim(${cell}), '')` : cell;
}
