import { MAX_RECORD } from '../check/record-scanner.ts';
import { UNIT_SEPARATOR } from '../check/scan-file.ts';
import { type Dialect, isCutByLine, type Separator } from '../detect/dialect.ts';
import { literalPath } from '../literal-path.ts';

/** What stands for a cell that must not be shown; whoever corrects such a row has to fill it in again. */
export const MASK = '***';

/** What exports write for "nothing". */
const NOTHING = ['', '\\N', 'NULL', 'null', '(not set)', MASK];

/** What stands between cells of lines that are cut here, as a regular expression. */
const GAPS: Readonly<Partial<Record<Separator, string>>> = { ' ': '[ \\t]+', '::': '::' };

export const quoteSql = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * A FROM clause that reads a file as text: columns c1, c2, …; or `cells`, a list, where blanks separate; or `line` and
 * `cells` of whole sequences. The file's structure has been checked before; where rows span several lines, one thread
 * reads it, since several can start in the middle of a quoted cell and take it for rows.
 */
export function readSql(file: string, dialect: Dialect, multiline: boolean): string {
  const options = (columns: readonly string[], delimiter: string, quote: string, nothing: readonly string[]) =>
    `read_csv(${quoteSql(literalPath(file))}, auto_detect = false, compression = 'none', header = ${dialect.header}, delim = ${delimiter}, quote = ${quoteSql(quote)},
      escape = ${quoteSql(quote)}, nullstr = [${nothing.map(quoteSql)}], strict_mode = true, parallel = ${!multiline}, max_line_size = ${4 * MAX_RECORD}, buffer_size = ${8 * MAX_RECORD},
      new_line = '\\n', columns = {${columns.map((name) => `'${name}': 'VARCHAR'`)}})`;
  if (!isCutByLine(dialect) && dialect.columns !== null) {
    const names = Array.from({ length: dialect.columns }, (_, c) => `c${c + 1}`);
    return options(names, quoteSql(dialect.separator), dialect.quoted ? '"' : '', NOTHING);
  }
  const gap = GAPS[dialect.separator] ?? `[ \\t]*[${dialect.separator}][ \\t]*`;
  const lines = options(['line'], `chr(${UNIT_SEPARATOR})`, '', ['']);
  return `(SELECT string_split_regex(trim(line, ' \t' || chr(13)), ${quoteSql(gap)}) AS cells FROM ${lines})`;
}

/** Trimming costs as much as reading: it is done only in files where the check saw a blank at a cell's edge. */
export function cellSql(column: number, dialect: Dialect, padded: boolean): string {
  if (dialect.separator === ' ') return `cells[${column + 1}]`;
  if (dialect.separator === '::') return `nullif(trim(cells[${column + 1}]), '')`;
  return padded ? `nullif(trim(c${column + 1}), '')` : `c${column + 1}`;
}
