import { guessSeparator, mostFrequent, type Separator, splitRows } from './dialect.ts';
import { fieldOfName } from './field-names.ts';
import { isValue, readHeader } from './header.ts';

/** Number of rows searched for the header. */
const MAX_ABOVE = 30;
const SAMPLE_ROWS = 300;

type Row = readonly string[];

/** Position of a table's header. */
export interface HeaderPosition {
  /** Index of the row with the column names, or of the first data row. */
  readonly row: number;
  /** The column names if they are combined from two rows; otherwise null. */
  readonly names: Row | null;
}

/**
 * Finds the header of a table below titles and facts about the export: the row with the most known column names, if it
 * has at least two and the first row has fewer; otherwise the first row as wide as the table. In a header of two rows,
 * the first contains column groups or names in another language; the groups are prepended if that makes names known.
 */
export function findHeader(rows: readonly Row[], width: number): HeaderPosition {
  const known = rows.slice(0, MAX_ABOVE).map(knownNames);
  const best = known.indexOf(Math.max(0, ...known));
  const first = rows.findIndex((row) => row.length === width);
  const start = (known[best] ?? 0) >= 2 && known[best]! > (known[0] ?? 0) && isFollowed(rows, best) ? best : first;
  return secondOfTwo(rows, Math.max(0, start));
}

/** Minimum width of a sheet for a lone cell above the table to count as a title. */
const MIN_TITLED_WIDTH = 3;

/**
 * Finds the header of a sheet, whose rows end with their last non-empty cell; a lone cell above a wider table is a
 * title.
 */
export function findSheetHeader(rows: readonly Row[], width: number): HeaderPosition {
  const isTitle = (row: Row) => width >= MIN_TITLED_WIDTH && filledCells(row).length === 1;
  const titles = Math.max(
    0,
    rows.findIndex((row) => !isTitle(row)),
  );
  const body = rows
    .slice(titles)
    .map((row) => [...row, ...new Array<string>(Math.max(0, width - row.length)).fill('')]);
  const { row, names } = findHeader(body, width);
  return { row: titles + row, names };
}

function secondOfTwo(rows: readonly Row[], row: number): HeaderPosition {
  const [above, groups = [], names = [], below] = [rows[row - 1], rows[row], rows[row + 1], rows[row + 2]];
  if (above && above.length === groups.length && isHeading(above)) {
    const joined = joinNames(above, groups);
    if (above.includes('') && knownNames(joined) > knownNames(groups)) return { row, names: joined };
  }
  if (below === undefined || names.length !== groups.length || !isHeading(names)) return { row, names: null };
  const joined = joinNames(groups, names);
  if (groups.includes('') && knownNames(joined) > Math.max(knownNames(names), knownNames(groups)))
    return { row: row + 1, names: joined };
  const isSecond = knownNames(names) >= 2 && knownNames(names) >= knownNames(groups);
  return { row: isSecond ? row + 1 : row, names: null };
}

/** Prepends to each name its group, which is written in the first column of the group. */
function joinNames(groups: Row, names: Row): string[] {
  let group = '';
  return names.map((name, c) => {
    group = groups[c]?.trim() || group;
    return `${group} ${name.trim()}`.trim();
  });
}

const knownNames = (row: Row) => row.filter((cell) => fieldOfName(cell.trim()) !== null).length;
const filledCells = (row: Row) => row.flatMap((cell) => cell.trim() || []);
const isHeading = (row: Row) => filledCells(row).length > 0 && !filledCells(row).some(isValue);
const isFollowed = (rows: readonly Row[], at: number) => rows[at + 1]?.length === rows[at]!.length;

/** The lines above the header of a text file. */
export interface Preamble {
  /** The separator named by a line `sep=`; null if there is no such line or it names an unsupported one. */
  readonly separator: Separator | null;
  /** Number of lines above the header, blank ones included. */
  readonly lines: number;
  readonly names: Row | null;
}

const SEPARATOR_LINE = /^"?sep=(.)"?[ \t]*(?:\r\n|\n|\r)/i;

/** Finds the lines above the header of a text file. `known`: its separator, or null if that must be guessed. */
export function findPreamble(text: string, known: Separator | null): Preamble {
  const [line = '', sign = ''] = SEPARATOR_LINE.exec(text) ?? [];
  const named = ([',', ';', '\t', '|'] as const).find((separator) => separator === sign) ?? null;
  const rest = text.slice(line.length);
  const separator = known ?? named ?? guessSeparator(rest);
  const sample = splitRows(rest, separator, SAMPLE_ROWS);
  const { starts, rows } = linesOf(rest, separator);
  const { width } = mostFrequent(sample.map((row) => row.length));
  const own = line === '' ? 0 : 1;
  const none: Preamble = { separator: named, lines: own, names: null };
  if (width < 2 || separator === ' ' || separator === '::') return none;
  // A quoted name or title may contain line breaks.
  const isWhole = rows[0]?.length === sample[0]?.length;
  const isTable = sample[0]?.length === width;
  if (!isWhole || (isTable && !readHeader(sample, width).header)) return none;
  const { row, names } = findHeader(rows, width);
  return { separator: named, lines: own + (starts[row] ?? 0), names };
}

/** Returns the first rows of a text, and the number of lines before each. */
function linesOf(text: string, separator: Separator): { starts: number[]; rows: Row[] } {
  const starts: number[] = [];
  const rows: Row[] = [];
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/, MAX_ABOVE + 2);
  for (const [at, line] of lines.entries()) {
    const [row] = splitRows(line, separator, 1);
    if (!row || line.trim() === '') continue;
    starts.push(at);
    rows.push(row);
  }
  return { starts, rows };
}
