import type { FileKind } from '../../../../shared/contract/ingest.ts';
import { type Field, fields, type Mapping } from '../../../../shared/domain/mapping.ts';
import { parseSources } from '../../../../shared/domain/mapping-parse.ts';
import { nearestNames } from '../../../../shared/domain/nearest-names.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { Layout } from './inspect.ts';

/** A column by its index; with `path`, a value inside the JSON text that its cells hold. */
export interface ColumnPlace {
  readonly column: number;
  readonly path?: string;
}

/** Where a field is: in a column, or a value that all rows share. */
export type Place = ColumnPlace | { readonly literal: string };

/** A mapping with its columns found. */
export interface Places {
  readonly fields: ReadonlyMap<Field, readonly Place[]>;
  readonly attributes: readonly (ColumnPlace & { readonly name: string })[];
}

interface Columns {
  readonly columns: readonly string[];
  /** Columns taken from other files; they count on from those of its own. */
  readonly joined?: readonly string[];
  readonly mapping: Mapping;
}

/** Finds the columns that a mapping names. Throws MAPPING_UNKNOWN_COLUMN and MAPPING_SYNTAX. */
export function findPlaces({ columns: own, joined = [], mapping }: Columns): Places {
  const columns = [...own, ...joined];
  const found = new Map<Field, Place[]>();
  for (const field of fields) {
    const text = mapping[field];
    if (text === undefined) continue;
    const sources = parseSources(text);
    found.set(
      field,
      sources.map((source) => ('literal' in source ? source : requirePlace(source.column, columns, field))),
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
        : kind === 'lookup'
          ? []
          : kind === 'identities'
            ? ['user', 'alias']
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
    hint: `${whose(missing)}Say which column it is, as in ${missing[0] ?? 'time'}=COLUMN. The file has ${listed(columns)}.`,
    details: { missing, columns: [...columns] },
  });
}

/** What to do with a table in which nothing looks like a user or a time. */
function whose(missing: readonly Field[]): string {
  const isOfNobody = missing.includes('user') && missing.includes('time');
  return isOfNobody
    ? 'A profile needs to know whose a row is and when it happened; texts or totals alone make none. '
    : '';
}

/** Where a name points: to a column of this name, in any case; to the column of this number, from 1; or into the JSON of a column, as in `properties.plan`. */
export function placeOf(name: string, columns: readonly string[]): ColumnPlace | null {
  const exact = columns.indexOf(name);
  if (exact >= 0) return { column: exact };
  const relaxed = columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
  if (relaxed >= 0) return { column: relaxed };
  const number = /^#?\d+$/.test(name) ? Number(name.replace('#', '')) : 0;
  if (number >= 1 && number <= columns.length) return { column: number - 1 };
  const outer = columns.findIndex((column) => name.startsWith(`${column}.`));
  return outer < 0 ? null : { column: outer, path: name.slice(columns[outer]!.length + 1) };
}

/** The text of the first of some places that is not empty in a row; '' where all are. */
export function textAt(places: readonly Place[], row: readonly string[]): string {
  for (const place of places) {
    const text = 'literal' in place ? place.literal : cellText(place, row);
    if (text !== '') return text;
  }
  return '';
}

function cellText({ column, path }: ColumnPlace, row: readonly string[]): string {
  const cell = (row[column] ?? '').trim();
  if (path === undefined || cell === '') return cell;
  try {
    const object: unknown = JSON.parse(cell);
    const value =
      typeof object === 'object' && object !== null ? Object.entries(object).find(([key]) => key === path) : null;
    return value && value[1] !== null ? String(value[1]) : '';
  } catch {
    return '';
  }
}

function requirePlace(name: string, columns: readonly string[], field: string): ColumnPlace {
  const place = placeOf(name, columns);
  if (place) return place;
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
  fields: ReadonlyMap<Field, readonly Place[]>,
) {
  const used = new Set([...fields.values()].flat().map((place) => ('column' in place ? place.column : -1)));
  const found = names.flatMap((name) => {
    if (name === '*') return columns.map((_, column) => ({ column })).filter(({ column }) => !used.has(column));
    if (name.endsWith('.*')) return inside(name.slice(0, -1), columns).map((column) => ({ column }));
    return [requirePlace(name, columns, 'attributes')];
  });
  const named = found.map((place: ColumnPlace) => ({ ...place, name: place.path ?? columns[place.column]! }));
  return [...new Map(named.map((attribute) => [attribute.name, attribute])).values()];
}

/** The columns whose names begin so, such as `traits.`. */
export function inside(prefix: string, columns: readonly string[]): number[] {
  return columns.map((_, c) => c).filter((c) => columns[c]!.startsWith(prefix));
}

function listed(columns: readonly string[]): string {
  const shown = columns.slice(0, 30).join(', ');
  return columns.length > 30 ? `${shown} and ${columns.length - 30} more` : shown;
}
