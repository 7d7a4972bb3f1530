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
import { type Header, readHeader } from './header.ts';
import type { Preset } from './preset.ts';
import { isPresetHeader } from './presets.ts';

/** Path and display name of a table's text, and what is known of its format. */
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
 * Reads the start of a table and splits it, as the preset says if it does. Throws what `readFileStart` throws, and
 * FILE_TOO_WIDE.
 */
export function readTableStart(
  file: string,
  { path, name, copyFormat, savedPresets = [] }: TextTable,
  preset: Preset | null,
): TableStart {
  const { text, stats } = readFileStart(path, name);
  const layout = preset?.layout ?? 'rows';
  const separator =
    (copyFormat ? ',' : preset?.separator) ?? (layout === 'sequences' ? sequenceSeparator(text) : guessSeparator(text));
  const rows = splitRows(text, separator, MAX_ROWS);
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
  };
  return { stats, layout, dialect, header, rows: header.header ? rows.slice(1) : rows };
}

/** Whether a preset leaves it to the file how it is split. */
export function isSplitLikeAny({ layout, separator }: Preset): boolean {
  return layout === 'rows' && separator === undefined;
}
