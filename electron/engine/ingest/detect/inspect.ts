import type { Stats } from 'node:fs';
import { basename } from 'node:path';
import type { Guess } from '../../../../shared/contract/examine.ts';
import type { FileKind, ImportFile } from '../../../../shared/contract/import-file.ts';
import { type Field, fields, type Mapping } from '../../../../shared/domain/mapping.ts';
import { parseMapping, parseSources } from '../../../../shared/domain/mapping-parse.ts';
import type { Dialect, TableLayout } from './dialect.ts';
import { kindOf } from './file-kind.ts';
import { guessAction } from './guess-action.ts';
import { guessMapping } from './guess-mapping.ts';
import { matchesFieldName } from './guess-names.ts';
import type { Preset, PresetFile } from './preset.ts';
import { matchPresetFile, recognisePreset, requirePreset, type TableSample } from './presets.ts';
import { restrictMapping } from './restrict-mapping.ts';
import { withSessionsAsUsers } from './sessions-as-users.ts';
import { isSplitLikeAny, readTableStart, type TableStart, type TextTable } from './table-start.ts';

export type Reason = Guess['why'];
/** The reason for each field of a mapping. */
export type Reasons = ReadonlyMap<keyof Mapping, Reason>;

/** Number of rows examined to recognise a preset. */
const SAMPLE_ROWS = 200;

/** The detected format and mapping of a file, based on its start and on the user's options. */
export interface Inspection {
  readonly file: string;
  /** The file as it was when its start was read. */
  readonly stats: Stats;
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
 * Inspects the start of a file, which is read unless it is given. A mapping in the request is used unchanged; otherwise
 * that of a requested or recognised preset, with the remaining fields guessed. Throws the errors of `readTableStart`,
 * UNKNOWN_PRESET and MAPPING_SYNTAX.
 */
export function inspect(
  request: Pick<ImportFile, 'file' | 'preset' | 'mapping' | 'sessionsAsUsers'>,
  table: TextTable = plainTextTable(request.file),
  plainStart: TableStart | null = null,
): Inspection {
  const { name, savedPresets: saved = [], remembered = null } = table;
  const requestedPreset = request.preset === undefined ? null : requirePreset(request.preset, saved);
  const isPlain = requestedPreset === null || isSplitLikeAny(requestedPreset);
  const start = (isPlain && plainStart) || readTableStart(request.file, table, requestedPreset);
  const { stats, layout, dialect, header, rows: body } = start;
  const presetMatch = matchPreset(requestedPreset, { ...header, rows: body.slice(0, SAMPLE_ROWS) }, saved);
  const rules = presetMatch?.file ?? null;
  const joined = (rules?.join ?? []).flatMap(({ file, columns }) => columns.map((column) => `${file}.${column}`));
  const requestedMapping = readMapping(request.mapping);
  const columns = (!header.header && rules?.names) || header.columns;
  const presetMapping = restrictMapping(rules?.mapping ?? {}, [...columns, ...joined]);
  const explicitMapping = requestedMapping ?? presetMapping;
  const guessedMapping = requestedMapping ?? (rules?.whole ? presetMapping : guessMapping(header, body, presetMapping));
  const mapping = request.sessionsAsUsers ? withSessionsAsUsers(guessedMapping) : guessedMapping;
  const kind = rules?.kind ?? kindOf(mapping, layout, name);
  const needsAction =
    kind === 'events' && layout === 'rows' && mapping.time !== undefined && mapping.action === undefined;
  const action = needsAction ? guessAction(mapping, columns, name) : null;
  const explicitReason = requestedMapping ? (remembered === null ? 'asked' : 'remembered') : 'preset';
  return {
    file: request.file,
    stats,
    dialect,
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

/** Returns a plain text file whose format is unknown. */
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
  const columns = parseSources(source ?? '').flatMap((entry) =>
    'column' in entry ? [entry.column, entry.column.split('+')[0] ?? ''] : [],
  );
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
