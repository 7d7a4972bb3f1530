import type { FileKind } from '../../../shared/contract/ingest.ts';
import { type Field, fields, type Mapping } from '../../../shared/domain/mapping.ts';
import { parseSources } from '../../../shared/domain/mapping-parse.ts';
import { nearestNames } from '../../../shared/domain/nearest.ts';
import { PortraitError } from '../../../shared/errors.ts';
import type { Layout } from './inspect.ts';

/** Where a field is: the index of a column, or a value that all rows share. */
export type Place = { readonly column: number } | { readonly literal: string };

/** A mapping with its columns found. */
export interface Places {
  readonly fields: ReadonlyMap<Field, readonly Place[]>;
  readonly attributes: readonly { readonly name: string; readonly column: number }[];
}

interface Columns {
  readonly columns: readonly string[];
  readonly mapping: Mapping;
}

/** Finds the columns that a mapping names. Throws MAPPING_UNKNOWN_COLUMN and MAPPING_SYNTAX. */
export function findPlaces({ columns, mapping }: Columns): Places {
  const found = new Map<Field, Place[]>();
  for (const field of fields) {
    const text = mapping[field];
    if (text === undefined) continue;
    const sources = parseSources(text);
    found.set(
      field,
      sources.map((source) => ('literal' in source ? source : { column: columnIndex(source.column, columns, field) })),
    );
  }
  return { fields: found, attributes: findAttributes(columns, mapping.attributes ?? [], found) };
}

/** What an import of this kind cannot do without and the mapping does not say. */
export function missingFields(kind: FileKind, layout: Layout, mapping: Mapping): Field[] {
  const needed: Field[] =
    kind === 'users'
      ? ['user']
      : kind === 'items'
        ? ['item']
        : layout === 'sequences'
          ? ['user', 'item']
          : ['user', 'time'];
  return needed.filter((field) => mapping[field] === undefined);
}

/** Throws MAPPING_INCOMPLETE, which names what is missing and the columns there are. */
export function requireFields(kind: FileKind, layout: Layout, { columns, mapping }: Columns): void {
  const missing = missingFields(kind, layout, mapping);
  const describesNothing = kind === 'users' && (mapping.attributes ?? []).length === 0;
  if (missing.length === 0 && !describesNothing) return;
  const named = missing.length > 0 ? `no ${missing.join(' and no ')}` : 'neither a time nor an attribute of the user';
  throw new PortraitError({
    code: 'MAPPING_INCOMPLETE',
    message: `The mapping names ${named}.`,
    hint: `Say which column it is, as in ${missing[0] ?? 'time'}=COLUMN. The file has ${listed(columns)}.`,
    details: { missing, columns: [...columns] },
  });
}

/** A name, or else a number from 1 on. */
function columnIndex(name: string, columns: readonly string[], field: string): number {
  const exact = columns.indexOf(name);
  if (exact >= 0) return exact;
  const relaxed = columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
  if (relaxed >= 0) return relaxed;
  const number = /^#?\d+$/.test(name) ? Number(name.replace('#', '')) : 0;
  if (number >= 1 && number <= columns.length) return number - 1;
  const near = nearestNames(name, columns, 1).map((one) => `Did you mean “${one}”? `);
  throw new PortraitError({
    code: 'MAPPING_UNKNOWN_COLUMN',
    message: `The file has no column “${name}” for ${field}.`,
    hint: `${near.join('')}It has ${listed(columns)}.`,
    details: { column: name, field, columns: [...columns] },
  });
}

function findAttributes(
  columns: readonly string[],
  names: readonly string[],
  found: ReadonlyMap<Field, readonly Place[]>,
) {
  const used = new Set([...found.values()].flat().map((place) => ('column' in place ? place.column : -1)));
  const indexes = names.flatMap((name) =>
    name === '*' ? columns.map((_, c) => c).filter((c) => !used.has(c)) : [columnIndex(name, columns, 'attributes')],
  );
  return [...new Set(indexes)].map((column) => ({ name: columns[column]!, column }));
}

function listed(columns: readonly string[]): string {
  const shown = columns.slice(0, 30).join(', ');
  return columns.length > 30 ? `${shown} and ${columns.length - 30} more` : shown;
}
