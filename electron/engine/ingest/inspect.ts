import { basename } from 'node:path';
import type { FileKind, ImportFile } from '../../../shared/contract/ingest.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import { parseMapping } from '../../../shared/domain/mapping-parse.ts';
import { type Dialect, guessSeparator, mostFrequent, newlineOf, type Separator, splitRows } from './dialect.ts';
import { guessMapping, withAction } from './guess.ts';
import { readHead } from './head.ts';
import { readHeader } from './header.ts';
import { type Preset, type PresetFile, presetFile, presetNamed, recognisePreset } from './presets.ts';

export type Layout = 'rows' | 'sequences';

/** What a file seems to be, from its head and from what the user said of it. */
export interface Inspection {
  readonly file: string;
  readonly bytes: number;
  readonly dialect: Dialect;
  readonly layout: Layout;
  readonly columns: readonly string[];
  readonly preset: string | null;
  readonly mapping: Mapping;
  readonly kind: FileKind;
  /** Rows of the head, without the header. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Looks at the head of a file. A mapping that the user gives is taken as it is; else a preset's, asked for or recognised
 * by the columns; what is left open is guessed. `path` is where its text lies. Throws what `readHead` throws, UNKNOWN_PRESET and MAPPING_SYNTAX.
 */
export function inspect(request: Pick<ImportFile, 'file' | 'preset' | 'mapping'>, path = request.file): Inspection {
  const { text, bytes } = readHead(path);
  const asked = request.preset === undefined ? null : presetNamed(request.preset);
  const layout = asked?.layout ?? 'rows';
  const separator = asked?.separator ?? (layout === 'sequences' ? sequenceSeparator(text) : guessSeparator(text));
  const rows = splitRows(text, separator, 5000);
  const { width } = mostFrequent(rows.map((row) => row.length));
  const header =
    layout === 'sequences' ? { columns: ['user', 'items'], header: false, typed: false } : readHeader(rows, width);
  const found = whichPreset(asked, header);
  const body = header.header ? rows.slice(1) : rows;
  const mapping = readMapping(request.mapping) ?? guessMapping(header, body, found?.file?.mapping ?? {});
  return {
    file: request.file,
    bytes,
    dialect: {
      separator,
      quoted: separator !== ' ' && layout === 'rows',
      columns: layout === 'sequences' ? null : header.columns.length,
      header: header.header,
      newline: newlineOf(text),
    },
    layout,
    columns: header.columns,
    preset: found?.preset.name ?? null,
    mapping: layout === 'sequences' ? mapping : withAction(mapping),
    kind: kindOf(mapping, layout, request.file),
    rows: body,
  };
}

function whichPreset(asked: Preset | null, header: Parameters<typeof recognisePreset>[0]) {
  const recognised: { preset: Preset; file: PresetFile | null } | null = asked
    ? { preset: asked, file: presetFile(asked, header) }
    : recognisePreset(header);
  return recognised;
}

function readMapping(mapping: ImportFile['mapping']): Mapping | null {
  return typeof mapping === 'string' ? parseMapping(mapping) : (mapping ?? null);
}

function kindOf(mapping: Mapping, layout: Layout, file: string): FileKind {
  if (layout === 'sequences' || mapping.time !== undefined) return 'events';
  if (mapping.user !== undefined && mapping.item === undefined) return 'users';
  if (mapping.item !== undefined && mapping.user === undefined) return 'items';
  return /\.(user|users)\b/i.test(basename(file)) ? 'users' : 'events';
}

/** The first separator that most lines have. */
function sequenceSeparator(text: string): Separator {
  const lines = text.split(/\r\n|\n|\r/).slice(0, 200);
  const common = (separator: string) => lines.filter((line) => line.includes(separator)).length > lines.length / 2;
  return ([',', ';', '|', '\t'] as const).find(common) ?? ' ';
}
