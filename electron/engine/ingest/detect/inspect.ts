import { basename } from 'node:path';
import type { Guess } from '../../../../shared/contract/examine.ts';
import type { FileKind, ImportFile } from '../../../../shared/contract/ingest.ts';
import { type Field, fields, type Mapping } from '../../../../shared/domain/mapping.ts';
import { parseMapping, parseSources } from '../../../../shared/domain/mapping-parse.ts';
import { MAX_COLUMNS, tooWide } from '../open/file-errors.ts';
import type { Opened } from '../open/opened-table.ts';
import {
  type Dialect,
  guessSeparator,
  isCutByLine,
  mostFrequent,
  newlineOf,
  sequenceSeparator,
  splitRows,
} from './dialect.ts';
import { kindOf } from './file-kind.ts';
import { readHead } from './file-start.ts';
import { actionOf } from './guess-action.ts';
import { guessMapping } from './guess-mapping.ts';
import { isNamed } from './guess-names.ts';
import { readHeader } from './header.ts';
import type { Preset, PresetFile } from './preset.ts';
import { type Face, isPresetHeader, presetFile, presetNamed, recognisePreset } from './presets.ts';
import { fitMapping } from './restrict-mapping.ts';

export type Layout = 'rows' | 'sequences';
/** Where the text of a table lies, what people call it, and what is known of how it is written. */
export type TextTable = Pick<Opened, 'path' | 'name' | 'written' | 'saved' | 'remembered'>;
export type Why = Guess['why'];
/** What each field of a mapping rests on. */
export type Whys = ReadonlyMap<keyof Mapping, Why>;

/** Rows that are looked at to recognise a preset. */
const FACE_ROWS = 200;

/** What a file seems to be, from its head and from what the user said of it. */
export interface Inspection {
  readonly file: string;
  readonly bytes: number;
  readonly dialect: Dialect;
  readonly layout: Layout;
  readonly columns: readonly string[];
  /** Columns that the preset takes from other files of the import, named `file.column`. */
  readonly joined: readonly string[];
  /** What the preset says of this file besides its mapping. */
  readonly rules: PresetFile | null;
  readonly preset: string | null;
  readonly mapping: Mapping;
  /** What each field of the mapping rests on. */
  readonly whys: Whys;
  readonly kind: FileKind;
  /** Rows of the head, without the header. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Looks at the head of a file. A mapping that the user gives is taken as it is; else a preset's, asked for or recognised
 * by the columns; what is left open is guessed. Throws what `readHead` throws, UNKNOWN_PRESET, MAPPING_SYNTAX and
 * FILE_TOO_WIDE.
 */
export function inspect(
  request: Pick<ImportFile, 'file' | 'preset' | 'mapping'>,
  { path, name, written, saved = [], remembered = null }: TextTable = textOf(request.file),
): Inspection {
  const { text, bytes } = readHead(path, name);
  const named = request.preset === undefined ? null : presetNamed(request.preset, saved);
  const layout = named?.layout ?? 'rows';
  const separator =
    (written ? ',' : named?.separator) ?? (layout === 'sequences' ? sequenceSeparator(text) : guessSeparator(text));
  const rows = splitRows(text, separator, 5000);
  const { width } = mostFrequent(rows.map((row) => row.length));
  const header =
    layout === 'sequences'
      ? { columns: ['user', 'items'], header: false, typed: false }
      : readHeader(rows, width, written?.header ?? (isPresetHeader(rows[0] ?? [], saved) || null));
  if (header.columns.length > MAX_COLUMNS) throw tooWide(request.file, MAX_COLUMNS);
  const body = header.header ? rows.slice(1) : rows;
  const found = whichPreset(named, { ...header, rows: body.slice(0, FACE_ROWS) }, saved);
  const rules = found?.file ?? null;
  const joined = (rules?.join ?? []).flatMap(({ file, columns }) => columns.map((column) => `${file}.${column}`));
  const asked = readMapping(request.mapping);
  const columns = (!header.header && rules?.names) || header.columns;
  const preset = fitMapping(rules?.mapping ?? {}, [...columns, ...joined]);
  const known = asked ?? preset;
  const mapping = asked ?? (rules?.whole ? preset : guessMapping(header, body, preset));
  const kind = rules?.kind ?? kindOf(mapping, layout, name);
  const needsAction =
    kind === 'events' && layout === 'rows' && mapping.time !== undefined && mapping.action === undefined;
  const action = needsAction ? actionOf(mapping, name) : null;
  const whyKnown = asked ? (remembered === null ? 'asked' : 'remembered') : 'preset';
  return {
    file: request.file,
    bytes,
    dialect: {
      separator,
      quoted: !isCutByLine({ separator }) && layout === 'rows',
      columns: layout === 'sequences' || separator === '::' ? null : header.columns.length,
      header: header.header,
      newline: newlineOf(text),
    },
    layout,
    columns,
    joined,
    rules,
    preset: found?.preset.name ?? null,
    mapping: action ? { ...mapping, action: action.source } : mapping,
    whys: whysOf(mapping, known, whyKnown, header.header, action?.why),
    kind,
    rows: body,
  };
}

/** A text file as it is, of which nothing is known yet. */
function textOf(file: string): TextTable {
  return { path: file, name: basename(file), written: null };
}

function whysOf(mapping: Mapping, known: Mapping, whyKnown: Why, hasNames: boolean, action: Why | undefined): Whys {
  const whys = new Map<keyof Mapping, Why>();
  for (const name of [...fields, 'attributes'] as const) {
    if (mapping[name] === undefined) continue;
    if (known[name] !== undefined) whys.set(name, whyKnown);
    else whys.set(name, hasNames && (name === 'attributes' || isTold(name, mapping[name])) ? 'name' : 'cells');
  }
  if (action) whys.set('action', action);
  return whys;
}

/** Whether the names of a field's columns tell of it. An alias stands in for a user, whatever it is called. */
function isTold(field: Field, source: string | undefined): boolean {
  const columns = parseSources(source ?? '').flatMap((one) => ('column' in one ? one.column : []));
  return columns.some((column) => isNamed(field, column) || (field === 'user' && isNamed('alias', column)));
}

function whichPreset(asked: Preset | null, face: Face, saved: readonly Preset[]) {
  const recognised: { preset: Preset; file: PresetFile | null } | null = asked
    ? { preset: asked, file: presetFile(asked, face) }
    : recognisePreset(face, saved);
  return recognised;
}

function readMapping(mapping: ImportFile['mapping']): Mapping | null {
  return typeof mapping === 'string' ? parseMapping(mapping) : (mapping ?? null);
}
