import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { fields } from '../../../../shared/domain/mapping.ts';
import { parseSources, printSources } from '../../../../shared/domain/mapping-parse.ts';
import { partsOfName } from './column-name.ts';
import type { PresetFile } from './preset.ts';

/**
 * Returns a preset's file with the column names of a table, which may be in another language; null if the table lacks a
 * column by which the file is recognised.
 */
export function localisePresetFile(file: PresetFile, columns: readonly string[]): PresetFile | null {
  if (file.columns.every((column) => columns.includes(column))) return file;
  if (!file.aliases) return null;
  const byForm = new Map(columns.map((column) => [plainForm(column), column]));
  const names = new Map<string, string>();
  for (const [name, aliases] of Object.entries(file.aliases)) {
    const column = [name, ...aliases].flatMap((alias) => byForm.get(plainForm(alias)) ?? [])[0];
    if (column !== undefined) names.set(name, column);
  }
  const present = (name: string) => names.get(name) ?? name;
  if (!file.columns.every((column) => columns.includes(present(column)))) return null;
  return {
    ...file,
    columns: file.columns.map(present),
    mapping: localiseMapping(file.mapping, present),
    ...(file.fill && { fill: { by: present(file.fill.by), columns: file.fill.columns.map(present) } }),
    ...(file.where && { where: file.where.map((test) => ({ ...test, column: present(test.column) })) }),
    ...(file.returns && { returns: file.returns.map((test) => ({ ...test, column: present(test.column) })) }),
    ...(file.order && { order: localiseOrder(file.order, present) }),
  };
}

function localiseMapping(mapping: Mapping, present: (name: string) => string): Mapping {
  const localised: Mapping = {};
  const attributes = mapping.attributes?.map(present);
  for (const field of fields) {
    const source = mapping[field];
    if (source !== undefined) localised[field] = localiseSource(source, present);
  }
  return attributes ? { ...localised, attributes } : localised;
}

function localiseSource(source: string, present: (name: string) => string): string {
  const sources = parseSources(source).map((entry) =>
    'literal' in entry ? entry : { column: entry.column.split('+').map(present).join('+') },
  );
  return printSources(sources);
}

function localiseOrder(order: NonNullable<PresetFile['order']>, present: (name: string) => string) {
  return Object.fromEntries(Object.entries(order).map(([figure, name]) => [figure, present(name)]));
}

/** Returns a name without case, accents, punctuation and bracketed text. */
const plainForm = (name: string) => partsOfName(name).flat().join('');
