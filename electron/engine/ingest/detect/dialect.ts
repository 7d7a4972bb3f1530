/**
 * `' '` matches any run of blanks and tabs. With it or `::`, lines are split into cells after reading, and nothing is
 * quoted.
 */
export type Separator = ',' | '\t' | ';' | '|' | ' ' | '::';

/** What a row of a table holds: one thing such as an event, or a user with a sequence of items. */
export type TableLayout = 'rows' | 'sequences';

/** How the bytes of a text file are split into rows and cells. */
export interface Dialect {
  readonly separator: Separator;
  /** Whether cells may be enclosed in double quotes. */
  readonly quoted: boolean;
  /** Number of cells in a row; null if it varies. */
  readonly columns: number | null;
  readonly header: boolean;
  /** Number of lines above the header, or above the first row. */
  readonly preamble?: number;
  /** The byte that ends a line: 10, or 13 in files from classic Mac OS. */
  readonly newline: 10 | 13;
}

/** Returns the byte that ends a line; CR LF counts as LF. */
export function newlineOf(text: string): 10 | 13 {
  return !text.includes('\n') && text.includes('\r') ? 13 : 10;
}

/** Splits the start of a file into rows of cells, at most `limit`; skips blank lines. Lenient, for guessing only. */
export function splitRows(text: string, separator: Separator, limit = Number.POSITIVE_INFINITY): string[][] {
  if (separator === ' ') return splitLines(text, /[ \t]+/, limit);
  return separator === '::' ? splitLines(text, /::/, limit) : splitCells(text, separator, limit);
}

/** Whether lines are split into cells by a regular expression after reading, not by the CSV reader. */
export const isSplitByRegex = ({ separator }: Pick<Dialect, 'separator'>) => separator === ' ' || separator === '::';

function splitLines(text: string, gap: RegExp, limit: number): string[][] {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  return lines.slice(0, limit).map((line) => line.trim().split(gap));
}

function splitCells(text: string, separator: string, limit: number): string[][] {
  const cell = new RegExp(`"((?:[^"]|"")*)"(?=[${separator}\\r\\n]|$)|([^${separator}\\r\\n]*)`, 'y');
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= text.length && rows.length < limit; at++) {
    cell.lastIndex = at;
    const [all = '', quoted, plain = ''] = cell.exec(text) ?? [];
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += all.length;
    if (text[at] === separator) continue;
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    if (row.length > 1 || row[0]!.trim() !== '') rows.push(row);
    row = [];
  }
  return rows;
}

/**
 * Returns the separator that splits the file start most evenly: scored by the share of rows with the most frequent
 * width, then by that width.
 */
export function guessSeparator(text: string): Separator {
  let best: { separator: Separator; score: number } = { separator: ',', score: 0 };
  for (const separator of ['::', ',', '\t', ';', '|', ' '] as const) {
    const widths = splitRows(text, separator, 200).map((row) => row.length);
    const { width, share } = mostFrequent(widths);
    if (width < 2) continue;
    const score = share + Math.min(width, 20) / 100 - (separator === ' ' ? 0.15 : 0);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** Returns the most frequent number and its share. */
export function mostFrequent(numbers: readonly number[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best = { width: 1, share: 0 };
  for (const [width, count] of counts)
    if (count / numbers.length > best.share) best = { width, share: count / numbers.length };
  return best;
}

/** Returns the separator of sequence lines: the first that occurs in most lines. */
export function sequenceSeparator(text: string): Separator {
  const lines = text.split(/\r\n|\n|\r/).slice(0, 200);
  const isCommon = (separator: string) => lines.filter((line) => line.includes(separator)).length > lines.length / 2;
  return ([',', ';', '|', '\t'] as const).find(isCommon) ?? ' ';
}
