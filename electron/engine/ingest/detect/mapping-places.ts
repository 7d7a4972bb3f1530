import type { FileKind } from '../../../../shared/contract/import-file.ts';
import { type Field, fields, type Mapping } from '../../../../shared/domain/mapping.ts';
import { parseSources } from '../../../../shared/domain/mapping-parse.ts';
import { nearestNames } from '../../../../shared/domain/nearest-names.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { withClock } from './clock-column.ts';
import type { TableLayout } from './dialect.ts';
import { plainCell } from './plain-cell.ts';
import { mayUseSessions } from './sessions-as-users.ts';

/**
 * A column by its index; with `path`, a value inside the JSON of its cells; with `clock`, a date whose time of day is
 * at another place.
 */
export interface ColumnPlace {
  readonly column: number;
  readonly path?: string;
  readonly clock?: ColumnPlace;
}

/** Where a field comes from: a column, or a literal that all rows share. */
export type Place = ColumnPlace | { readonly literal: string };

/** A mapping with its columns resolved. */
export interface Places {
  readonly fields: ReadonlyMap<Field, readonly Place[]>;
  readonly attributes: readonly (ColumnPlace & { readonly name: string })[];
}

interface Columns {
  readonly columns: readonly string[];
  /** Columns joined from other files; their indexes follow those of the file's own. */
  readonly joined?: readonly string[];
  readonly mapping: Mapping;
}

/** Resolves the columns of a mapping. Throws MAPPING_UNKNOWN_COLUMN and MAPPING_SYNTAX. */
export function findPlaces({ columns: ownColumns, joined = [], mapping }: Columns): Places {
  const columns = [...ownColumns, ...joined];
  const placesByField = new Map<Field, Place[]>();
  for (const field of fields) {
    const text = mapping[field];
    if (text === undefined) continue;
    const sources = parseSources(text);
    placesByField.set(
      field,
      sources.map((source) =>
        'literal' in source ? withoutMark(source.literal) : requirePlace(source.column, columns, field),
      ),
    );
  }
  return { fields: placesByField, attributes: findAttributes(columns, mapping.attributes ?? [], placesByField) };
}

/** A literal without byte order marks at its start, like the values of cells. */
const withoutMark = (literal: string) => ({ literal: literal.replace(/^\uFEFF+/, '') });

/** Returns the fields that an import of this kind requires and the mapping lacks. */
export function missingFields(kind: FileKind, layout: TableLayout, mapping: Mapping): Field[] {
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

/** Throws MAPPING_INCOMPLETE, with the missing fields and the available columns. */
export function requireFields(kind: FileKind, layout: TableLayout, { columns, mapping }: Columns): void {
  const missing = missingFields(kind, layout, mapping);
  const describesNothing = kind === 'users' && (mapping.attributes ?? []).length === 0;
  if (missing.length === 0 && !describesNothing) return;
  const hasSessions = missing.length === 1 && mayUseSessions(mapping);
  const absence = missing.length > 0 ? `no ${missing.join(' and no ')}` : 'neither a time nor a user attribute';
  throw new PortraitError({
    code: 'MAPPING_INCOMPLETE',
    message: `The column mapping has ${absence}.`,
    hint: `${hasSessions ? SESSIONS_HINT : unusableTableHint(missing)}Map a column to ${missing[0] ?? 'time'}${orderHint(missing)}. The file has ${columnList(columns)}.`,
    details: {
      missing,
      columns: [...columns],
      variant: hasSessions ? 'sessions' : missing.length > 0 ? 'fields' : 'users',
    },
  });
}

const SESSIONS_HINT = 'Import each session as a user (--sessions-as-users): the file has sessions. Or: ';

/** Returns a hint on `time='order'` if the time is missing. */
const orderHint = (missing: readonly string[]) =>
  missing.length === 1 && missing[0] === 'time' ? ", or time='order' if the rows stand in the order of the events" : '';

/** Returns a hint for a table in which nothing looks like a user or a time. */
function unusableTableHint(missing: readonly Field[]): string {
  const lacksUserAndTime = missing.includes('user') && missing.includes('time');
  return lacksUserAndTime ? 'Events need a user and a time: texts or totals alone make no profile. ' : '';
}

/**
 * Resolves a name: to the column of this name, ignoring case; to the column of this number, from 1; to a value in the
 * JSON of a column, as in `properties.plan`; or to a date and its time of day in two columns, as in `day+clock`. Returns
 * null if there is none.
 */
export function placeOf(name: string, columns: readonly string[]): ColumnPlace | null {
  const place = singlePlaceOf(name, columns);
  if (place) return place;
  for (let at = name.indexOf('+'); at > 0; at = name.indexOf('+', at + 1)) {
    const date = singlePlaceOf(name.slice(0, at).trim(), columns);
    const clock = singlePlaceOf(name.slice(at + 1).trim(), columns);
    if (date && clock) return { ...date, clock };
  }
  return null;
}

function singlePlaceOf(name: string, columns: readonly string[]): ColumnPlace | null {
  const exact = columns.indexOf(name);
  if (exact >= 0) return { column: exact };
  const relaxed = columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
  if (relaxed >= 0) return { column: relaxed };
  const number = /^#?\d+$/.test(name) ? Number(name.replace('#', '')) : 0;
  if (number >= 1 && number <= columns.length) return { column: number - 1 };
  const outer = columns.findIndex((column) => name.startsWith(`${column}.`));
  return outer < 0 ? null : { column: outer, path: name.slice(columns[outer]!.length + 1) };
}

/** Returns the first non-empty text of some places in a row; '' if all are empty. */
export function textAt(places: readonly Place[], row: readonly string[]): string {
  for (const place of places) {
    const text = 'literal' in place ? place.literal : cellText(place, row);
    if (text !== '') return text;
  }
  return '';
}

function cellText({ column, path, clock }: ColumnPlace, row: readonly string[]): string {
  if (clock) return withClock(cellText(path === undefined ? { column } : { column, path }, row), cellText(clock, row));
  const cell = plainCell(row[column] ?? '');
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
  const nearest = nearestNames(name, columns, 1);
  const near = nearest.map((column) => `Did you mean “${column}”? `);
  throw new PortraitError({
    code: 'MAPPING_UNKNOWN_COLUMN',
    message: `The file has no column “${name}” for ${field}.`,
    hint: `${near.join('')}The file has ${columnList(columns)}.`,
    details: { column: name, field, nearest, columns: [...columns] },
  });
}

function findAttributes(
  columns: readonly string[],
  names: readonly string[],
  fields: ReadonlyMap<Field, readonly Place[]>,
) {
  const used = new Set(
    [...fields.values()]
      .flat()
      .flatMap((place) => ('column' in place ? [place.column, place.clock?.column ?? -1] : [])),
  );
  const columnPlaces = names.flatMap((name) => {
    if (name === '*') return columns.map((_, column) => ({ column })).filter(({ column }) => !used.has(column));
    if (name.endsWith('.*')) return columnsWithPrefix(name.slice(0, -1), columns).map((column) => ({ column }));
    return [requirePlace(name, columns, 'attributes')];
  });
  const withNames = columnPlaces.map((place: ColumnPlace) => ({
    ...place,
    name: place.path ?? columns[place.column]!,
  }));
  return [...new Map(withNames.map((attribute) => [attribute.name, attribute])).values()];
}

/** Returns the columns whose names start with a prefix such as `traits.`. */
export function columnsWithPrefix(prefix: string, columns: readonly string[]): number[] {
  return columns.map((_, c) => c).filter((c) => columns[c]!.startsWith(prefix));
}

function columnList(columns: readonly string[]): string {
  const shown = columns.slice(0, 30).join(', ');
  return columns.length > 30 ? `${shown} and ${columns.length - 30} more` : shown;
}
