import type { ImportFile, Preview, PreviewColumn } from '../../../shared/contract/ingest.ts';
import { columnType } from './column-type.ts';
import { inspect, type TextTable, textOf } from './inspect.ts';
import { presets } from './presets.ts';
import { findPlaces, missingFields } from './sources.ts';
import { timesOf } from './time-kind.ts';

const ROWS_SHOWN = 20;
const EXAMPLES = 5;

/**
 * Says what a file seems to be, from its first half megabyte: how it is written, what its columns hold, and the mapping
 * that an import would take. Throws what `inspect` throws and MAPPING_UNKNOWN_COLUMN.
 */
export function previewFile(request: ImportFile, table: TextTable = textOf(request.file)): Preview {
  const inspection = inspect(request, table);
  const { saved = [], remembered = null } = table;
  const { file, inner: _inner, encoding: _encoding, mapping: _mapping, preset: _preset, ...recalled } = request;
  const { kind, layout, mapping, rows, dialect } = inspection;
  const columns =
    layout === 'sequences'
      ? [
          columnOf('user', heads(rows)),
          columnOf(
            'items',
            rows.flatMap((row) => row.slice(1)),
          ),
        ]
      : inspection.columns.map((name, c) => columnOf(name, cellsOf(rows, c)));
  return {
    file,
    bytes: inspection.bytes,
    source: { format: 'text', encoding: 'utf-8', compression: 'none', inner: null },
    tables: [],
    kind,
    preset: inspection.preset,
    presets: [...presets, ...saved].map(({ name, title }) => ({ name, title })),
    remembered,
    recalled: remembered === null ? {} : recalled,
    separator: dialect.separator,
    header: dialect.header,
    layout,
    timeKind: timesOf(inspection, findPlaces(inspection)).kind,
    mapping,
    missing: missingFields(kind, layout, mapping),
    columns,
    rows: rows.slice(0, ROWS_SHOWN).map((row) => [...row]),
  };
}

const heads = (rows: readonly (readonly string[])[]) => cellsOf(rows, 0);
const cellsOf = (rows: readonly (readonly string[])[], c: number) => rows.map((row) => row[c] ?? '');

function columnOf(name: string, cells: readonly string[]): PreviewColumn {
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
    personal: null,
  };
}
