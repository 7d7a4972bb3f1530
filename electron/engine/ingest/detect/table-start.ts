import type { Stats } from 'node:fs';
import { MAX_COLUMNS, tooManyColumns } from '../open/file-errors.ts';
import type { OpenedTable } from '../open/opened-table.ts';
import {
  type Dialect,
  guessSeparator,
  isSplitByRegex,
  mostFrequent,
  newlineOf,
  sequenceSeparator,
  splitRows,
  type TableLayout,
} from './dialect.ts';
import { readFileStart } from './file-start.ts';
import { findPreamble, type Preamble } from './find-header.ts';
import { type Header, readHeader } from './header.ts';
import type { Preset } from './preset.ts';
import { isPresetHeader } from './presets.ts';

/** Path and display name of a table's text, and its format as far as it is known. */
export type TextTable = Pick<OpenedTable, 'path' | 'name' | 'copyFormat' | 'savedPresets' | 'remembered'>;

const MAX_ROWS = 5000;

/** The start of a table, split into rows and columns. */
export interface TableStart {
  /** The file as it was when its start was read. */
  readonly stats: Stats;
  readonly layout: TableLayout;
  readonly dialect: Dialect;
  readonly header: Header;
  /** Rows without the header. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads the start of a table and splits it into cells, as specified by a preset if there is one. Throws the errors of
 * `readFileStart`, and FILE_TOO_WIDE.
 */
export function readTableStart(
  file: string,
  { path, name, copyFormat, savedPresets = [] }: TextTable,
  preset: Preset | null,
): TableStart {
  const { text, stats } = readFileStart(path, name);
  const layout = preset?.layout ?? 'rows';
  const known = copyFormat ? ',' : (preset?.separator ?? null);
  const preamble = copyFormat || layout === 'sequences' ? NO_PREAMBLE : findPreamble(text, known);
  const body = withoutLines(text, preamble.lines);
  const separator =
    known ?? preamble.separator ?? (layout === 'sequences' ? sequenceSeparator(body) : guessSeparator(body));
  const rows = splitRows(body, separator, MAX_ROWS);
  if (preamble.names && rows.length > 0) rows[0] = [...preamble.names];
  const { width } = mostFrequent(rows.map((row) => row.length));
  const header =
    layout === 'sequences'
      ? { columns: ['user', 'items'], header: false, typed: false }
      : readHeader(rows, width, copyFormat?.header ?? (isPresetHeader(rows[0] ?? [], savedPresets) || null));
  if (header.columns.length > MAX_COLUMNS) throw tooManyColumns(file, MAX_COLUMNS);
  const dialect = {
    separator,
    quoted: !isSplitByRegex({ separator }) && layout === 'rows',
    columns: layout === 'sequences' || separator === '::' ? null : header.columns.length,
    header: header.header,
    newline: newlineOf(text),
    preamble: preamble.lines,
  };
  return { stats, layout, dialect, header, rows: header.header ? rows.slice(1) : rows };
}

const NO_PREAMBLE: Preamble = { separator: null, lines: 0, names: null };

/** Returns a text without its first lines. */
function withoutLines(text: string, lines: number): string {
  let at = 0;
  for (let line = 0; line < lines; line++) at += /^.*(?:\r\n|\n|\r|$)/.exec(text.slice(at))![0].length;
  return text.slice(at);
}

/** Whether a preset does not specify how its files are split. */
export function isSplitLikeAny({ layout, separator }: Preset): boolean {
  return layout === 'rows' && separator === undefined;
}
