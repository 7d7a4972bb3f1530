import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { Preview, PreviewColumn } from '../../../../shared/contract/import-preview.ts';
import { type OpenedFileStart, withFileStart } from '../open/open-file-start.ts';
import type { OpenedTable } from '../open/opened-table.ts';
import { privateColumns } from '../privacy/private-columns.ts';
import { timesOf } from '../stage/time-kind.ts';
import { columnType } from './column-type.ts';
import { type InspectedTable, inspectTable } from './inspected-table.ts';
import { findPlaces, missingFields } from './mapping-places.ts';
import { presets } from './presets.ts';

const ROWS_SHOWN = 20;
const EXAMPLES = 5;

/**
 * Returns the detected format of a file, based on its start: its dialect, the types of its columns, and the mapping
 * that an import would use. `prepare` may change the opened table and write a copy of it into a folder. Throws what
 * `withFileStart` and `inspect` throw, and MAPPING_UNKNOWN_COLUMN.
 */
export function previewFile(
  request: ImportFile,
  prepare: PrepareTable = (opened) => inspectTable(opened),
): Promise<Preview> {
  return withFileStart(request, (start) => previewTable(start, prepare(start.opened, start.folder)));
}

type PrepareTable = (opened: OpenedTable, folder: string) => InspectedTable;

function previewTable({ tables, bytes }: OpenedFileStart, table: InspectedTable): Preview {
  const { opened } = table;
  const { request, savedPresets: saved = [], remembered = null } = opened;
  const inspection = table.inspection();
  const { file, inner: _inner, encoding: _encoding, mapping: _mapping, preset: _preset, ...recalledOptions } = request;
  const { kind, layout, mapping, rows, dialect } = inspection;
  const personal = new Map(privateColumns(inspection).map(({ column, kind: personalKind }) => [column, personalKind]));
  const columns =
    layout === 'sequences'
      ? [
          columnOf('user', firstCells(rows)),
          columnOf(
            'items',
            rows.flatMap((row) => row.slice(1)),
          ),
        ]
      : inspection.columns.map((name, c) => columnOf(name, cellsOf(rows, c)));
  return {
    file,
    bytes,
    source: opened.source,
    tables: [...tables],
    kind,
    preset: inspection.preset,
    presets: [...presets, ...saved].map(({ name, title }) => ({ name, title })),
    rememberedImport: remembered,
    rememberedOptions: remembered === null ? {} : recalledOptions,
    separator: dialect.separator,
    header: dialect.header,
    layout,
    timeKind: timesOf(inspection, findPlaces(inspection)).kind,
    mapping,
    missing: missingFields(kind, layout, mapping),
    columns: columns.map((column) => ({ ...column, personal: personal.get(column.name) ?? null })),
    rows: rows.slice(0, ROWS_SHOWN).map((row) => [...row]),
  };
}

const firstCells = (rows: readonly (readonly string[])[]) => cellsOf(rows, 0);
const cellsOf = (rows: readonly (readonly string[])[], c: number) => rows.map((row) => row[c] ?? '');

function columnOf(name: string, cells: readonly string[]): Omit<PreviewColumn, 'personal'> {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const text = cell.trim();
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const filled = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const examples = [...counts].sort((a, b) => b[1] - a[1]).slice(0, EXAMPLES);
  return {
    name,
    type: columnType([...counts.keys()]),
    examples: examples.map(([text]) => text),
    missing: cells.length === 0 ? 1 : 1 - filled / cells.length,
  };
}
