import type { Database } from 'better-sqlite3';
import type { PrivacyChoice } from '../../../../shared/domain/cleaning.ts';
import { fieldsWith } from '../../../../shared/domain/event-fields.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { userFinder } from '../../store/names/dictionaries.ts';
import { workspaceSecret } from '../../store/secret.ts';
import type { Inspection } from '../detect/inspect.ts';
import {
  type ColumnPlace,
  findPlaces,
  missingFields,
  type Place,
  type Places,
  textAt,
} from '../detect/mapping-places.ts';
import type { RowSource } from '../stage/row-source.ts';
import { hashSql } from './keyed-hash.ts';
import { choiceOf, type PrivateColumn, privateColumns } from './private-columns.ts';

/** The privacy choices for a file's columns. */
export interface Privacy {
  readonly columns: readonly PrivateColumn[];
  /** The key for hashing; null if no column is hashed. */
  readonly secret: string | null;
}

/**
 * Resolves the choice for each personal column of a file: the requested one, by column name, otherwise a default that
 * keeps nothing in clear text. Users whom the workspace already has in clear text stay so, as hashes would be others. Throws PRIVACY_COLUMN_NEEDED if a choice drops a required field or hashes one that must
 * be parsed.
 */
export function resolvePrivacy(
  inspection: Inspection,
  choices: Readonly<Record<string, PrivacyChoice>> | undefined,
  db: Database,
): Privacy {
  const columns = privateColumns(inspection, choices).map((column) =>
    choiceOf(column.column, choices ?? {}) === undefined && isInClear(column, inspection, db)
      ? { ...column, choice: 'keep' as const }
      : column,
  );
  requireNeededFields(inspection, columns);
  return { columns, secret: columns.some(({ choice }) => choice === 'hash') ? workspaceSecret(db) : null };
}

/** Whether a column of users contains names that an earlier import stored in clear text. */
function isInClear({ place, choice }: PrivateColumn, inspection: Inspection, db: Database): boolean {
  const users = findPlaces(inspection).fields.get('user') ?? [];
  if (choice !== 'hash' || !users.some((user) => 'column' in user && isSamePlace(user, place))) return false;
  const idOf = userFinder(db);
  return inspection.rows.some((row) => idOf(textAt([place], row)) !== null);
}

const isSamePlace = (a: ColumnPlace, b: ColumnPlace) => a.column === b.column && a.path === b.path;

/** The mapped columns, except dropped ones. */
export function withoutDropped({ fields, attributes }: Places, columns: readonly PrivateColumn[]): Places {
  const isKept = (place: Place) => 'literal' in place || choiceAt(place, columns) !== 'drop';
  const keptFields = [...fields].map(([field, places]) => [field, places.filter(isKept)] as const);
  return {
    fields: new Map(keptFields.filter(([, places]) => places.length > 0)),
    attributes: attributes.filter(isKept),
  };
}

/** Wraps a row source so that columns to be hashed yield hashes instead of their texts. */
export function protectSource(source: RowSource, privacy: Privacy): RowSource {
  return privacy.secret === null ? source : { ...source, protect: (place, text) => placeSql(place, text, privacy) };
}

/** SQL of a place: the hash of its text if it is to be hashed, otherwise the text. */
export function placeSql(place: ColumnPlace, text: string, { columns, secret }: Privacy): string {
  return secret !== null && choiceAt(place, columns) === 'hash' ? hashSql(text, secret) : text;
}

/** The choice for a column also applies to the values inside its JSON. */
export function choiceAt({ column, path }: ColumnPlace, columns: readonly PrivateColumn[]): PrivacyChoice | null {
  const columnChoices = columns.filter(({ place }) => place.column === column);
  const exact = columnChoices.find(({ place }) => place.path === path);
  return (exact ?? columnChoices.find(({ place }) => place.path === undefined))?.choice ?? null;
}

/** Times and numbers, which cannot be parsed from hashes. */
const UNHASHABLE_FIELDS = [...fieldsWith({ stored: 'time' }), ...fieldsWith({ stored: 'number' })];

function requireNeededFields(inspection: Inspection, columns: readonly PrivateColumn[]): void {
  const places = findPlaces(inspection);
  const remaining = withoutDropped(places, columns).fields;
  const required = missingFields(inspection.kind, inspection.layout, {}).concat('action');
  const missingField = required.find((field) => places.fields.has(field) && !remaining.has(field));
  if (missingField) {
    throw new PortraitError({
      code: 'PRIVACY_COLUMN_NEEDED',
      message: `The column of the ${missingField} cannot be dropped, because the import requires it.`,
      hint: 'Choose to hash it: users stay distinguishable but not identifiable.',
      details: { field: missingField, variant: 'drop' },
    });
  }
  const isHashed = (place: Place) => !('literal' in place) && choiceAt(place, columns) === 'hash';
  const unreadable = UNHASHABLE_FIELDS.find((field) => places.fields.get(field)?.some(isHashed));
  if (unreadable) {
    throw new PortraitError({
      code: 'PRIVACY_COLUMN_NEEDED',
      message: `The column of the ${unreadable} cannot be hashed, because its values must be readable.`,
      hint: 'Choose to drop or keep it.',
      details: { field: unreadable, variant: 'hash' },
    });
  }
}
