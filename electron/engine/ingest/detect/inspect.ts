import { basename } from 'node:path';
import type { Guess } from '../../../../shared/contract/examine.ts';
import type { FileKind, ImportFile } from '../../../../shared/contract/ingest.ts';
import { type Field, fields, type Mapping } from '../../../../shared/domain/mapping.ts';
import { parseMapping, parseSources } from '../../../../shared/domain/mapping-parse.ts';
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
import { kindOf } from './file-kind.ts';
import { readFileStart } from './file-start.ts';
import { guessAction } from './guess-action.ts';
import { guessMapping } from './guess-mapping.ts';
import { matchesFieldName } from './guess-names.ts';
import { readHeader } from './header.ts';
import type { Preset, PresetFile } from './preset.ts';
import { isPresetHeader, matchPresetFile, recognisePreset, requirePreset, type TableSample } from './presets.ts';
import { restrictMapping } from './restrict-mapping.ts';

/** Path and display name of a table's text, and what is known of its format. */
export type TextTable = Pick<OpenedTable, 'path' | 'name' | 'copyFormat' | 'savedPresets' | 'remembered'>;
export type Reason = Guess['why'];
/** The reason for each field of a mapping. */
export type Reasons = ReadonlyMap<keyof Mapping, Reason>;

/** Number of rows examined to recognise a preset. */
const SAMPLE_ROWS = 200;

/** The detected format and mapping of a file, based on its start and on the user's options. */
export interface Inspection {
  readonly file: string;
  readonly bytes: number;
  readonly dialect: Dialect;
  readonly layout: TableLayout;
  readonly columns: readonly string[];
  /** Columns that the preset joins from other files of the import, named `file.column`. */
  readonly joined: readonly string[];
  /** The preset's entry for this file; null without a preset. */
  readonly rules: PresetFile | null;
  readonly preset: string | null;
  readonly mapping: Mapping;
  /** The reason for each field of the mapping. */
  readonly reasons: Reasons;
  readonly kind: FileKind;
  /** Rows of the file start, without the header. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Inspects the start of a file. A mapping given by the user is used as it is; otherwise that of a preset, requested or
 * recognised by its columns or cells, with the remaining fields guessed. Throws what `readFileStart` throws,
 * UNKNOWN_PRESET, MAPPING_SYNTAX and FILE_TOO_WIDE.
 */
export function inspect(
  request: Pick<ImportFile, 'file' | 'preset' | 'mapping'>,
  { path, name, copyFormat: written, savedPresets: saved = [], remembered = null }: TextTable = plainTextTable(
    request.file,
  ),
): Inspection {
  const { text, bytes } = readFileStart(path, name);
  const requestedPreset = request.preset === undefined ? null : requirePreset(request.preset, saved);
  const layout = requestedPreset?.layout ?? 'rows';
  const separator =
    (written ? ',' : requestedPreset?.separator) ??
    (layout === 'sequences' ? sequenceSeparator(text) : guessSeparator(text));
  const rows = splitRows(text, separator, 5000);
  const { width } = mostFrequent(rows.map((row) => row.length));
  const header =
    layout === 'sequences'
      ? { columns: ['user', 'items'], header: false, typed: false }
      : readHeader(rows, width, written?.header ?? (isPresetHeader(rows[0] ?? [], saved) || null));
  if (header.columns.length > MAX_COLUMNS) throw tooManyColumns(request.file, MAX_COLUMNS);
  const body = header.header ? rows.slice(1) : rows;
  const presetMatch = matchPreset(requestedPreset, { ...header, rows: body.slice(0, SAMPLE_ROWS) }, saved);
  const rules = presetMatch?.file ?? null;
  const joined = (rules?.join ?? []).flatMap(({ file, columns }) => columns.map((column) => `${file}.${column}`));
  const requestedMapping = readMapping(request.mapping);
  const columns = (!header.header && rules?.names) || header.columns;
  const presetMapping = restrictMapping(rules?.mapping ?? {}, [...columns, ...joined]);
  const explicitMapping = requestedMapping ?? presetMapping;
  const mapping = requestedMapping ?? (rules?.whole ? presetMapping : guessMapping(header, body, presetMapping));
  const kind = rules?.kind ?? kindOf(mapping, layout, name);
  const needsAction =
    kind === 'events' && layout === 'rows' && mapping.time !== undefined && mapping.action === undefined;
  const action = needsAction ? guessAction(mapping, name) : null;
  const explicitReason = requestedMapping ? (remembered === null ? 'asked' : 'remembered') : 'preset';
  return {
    file: request.file,
    bytes,
    dialect: {
      separator,
      quoted: !isSplitByRegex({ separator }) && layout === 'rows',
      columns: layout === 'sequences' || separator === '::' ? null : header.columns.length,
      header: header.header,
      newline: newlineOf(text),
    },
    layout,
    columns,
    joined,
    rules,
    preset: presetMatch?.preset.name ?? null,
    mapping: action ? { ...mapping, action: action.source } : mapping,
    reasons: reasonsOf(mapping, explicitMapping, explicitReason, header.header, action?.reason),
    kind,
    rows: body,
  };
}

/** A plain text file of which nothing is known yet. */
function plainTextTable(file: string): TextTable {
  return { path: file, name: basename(file), copyFormat: null };
}

function reasonsOf(
  mapping: Mapping,
  explicitMapping: Mapping,
  explicitReason: Reason,
  hasNames: boolean,
  action: Reason | undefined,
): Reasons {
  const reasons = new Map<keyof Mapping, Reason>();
  for (const name of [...fields, 'attributes'] as const) {
    if (mapping[name] === undefined) continue;
    if (explicitMapping[name] !== undefined) reasons.set(name, explicitReason);
    else reasons.set(name, hasNames && (name === 'attributes' || hasFieldName(name, mapping[name])) ? 'name' : 'cells');
  }
  if (action) reasons.set('action', action);
  return reasons;
}

/** Whether the field was recognised by its column names. For a user, an alias name counts too. */
function hasFieldName(field: Field, source: string | undefined): boolean {
  const columns = parseSources(source ?? '').flatMap((entry) => ('column' in entry ? entry.column : []));
  return columns.some(
    (column) => matchesFieldName(field, column) || (field === 'user' && matchesFieldName('alias', column)),
  );
}

function matchPreset(requestedPreset: Preset | null, table: TableSample, saved: readonly Preset[]) {
  const recognised: { preset: Preset; file: PresetFile | null } | null = requestedPreset
    ? { preset: requestedPreset, file: matchPresetFile(requestedPreset, table) }
    : recognisePreset(table, saved);
  return recognised;
}

function readMapping(mapping: ImportFile['mapping']): Mapping | null {
  return typeof mapping === 'string' ? parseMapping(mapping) : (mapping ?? null);
}
