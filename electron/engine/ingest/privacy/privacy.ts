import type { Database } from 'better-sqlite3';
import type { PrivacyChoice } from '../../../../shared/domain/cleaning.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { workspaceSecret } from '../../store/secret.ts';
import type { Inspection } from '../detect/inspect.ts';
import { type ColumnPlace, findPlaces, missingFields, type Place, type Places } from '../detect/mapping-places.ts';
import type { RowSource } from '../stage/row-source.ts';
import { hashSql } from './keyed-hash.ts';
import { type PrivateColumn, privateColumns } from './private-columns.ts';

/** What is done with a file's personal columns. */
export interface Privacy {
  readonly columns: readonly PrivateColumn[];
  /** What names are hashed with; null where nothing is hashed. */
  readonly secret: string | null;
}

/**
 * Settles what is done with each personal column of a file: as asked, by the column's name, else nothing is kept in clear.
 * Throws PRIVACY_COLUMN_NEEDED where a choice leaves a file without what it cannot do without.
 */
export function settlePrivacy(
  inspection: Inspection,
  choices: Readonly<Record<string, PrivacyChoice>> | undefined,
  db: Database,
): Privacy {
  const columns = privateColumns(inspection, choices);
  requireNeededFields(inspection, columns);
  return { columns, secret: columns.some(({ choice }) => choice === 'hash') ? workspaceSecret(db) : null };
}

/** The columns that a mapping takes, without those that are dropped. */
export function withoutDropped({ fields, attributes }: Places, columns: readonly PrivateColumn[]): Places {
  const isKept = (place: Place) => 'literal' in place || choiceAt(place, columns) !== 'drop';
  const keptFields = [...fields].map(([field, places]) => [field, places.filter(isKept)] as const);
  return {
    fields: new Map(keptFields.filter(([, places]) => places.length > 0)),
    attributes: attributes.filter(isKept),
  };
}

/** The same rows with the hashes of what is hashed in place of the texts. */
export function protectSource(source: RowSource, privacy: Privacy): RowSource {
  return privacy.secret === null ? source : { ...source, protect: (place, text) => placeSql(place, text, privacy) };
}

/** SQL of a place: the hash of its text where it is hashed. */
export function placeSql(place: ColumnPlace, text: string, { columns, secret }: Privacy): string {
  return secret !== null && choiceAt(place, columns) === 'hash' ? hashSql(text, secret) : text;
}

/** What is done with a column also holds for what is inside it. */
function choiceAt({ column, path }: ColumnPlace, columns: readonly PrivateColumn[]): PrivacyChoice | null {
  const columnChoices = columns.filter(({ place }) => place.column === column);
  const exact = columnChoices.find(({ place }) => place.path === path);
  return (exact ?? columnChoices.find(({ place }) => place.path === undefined))?.choice ?? null;
}

/** Times and numbers could not be read from hashes. */
const UNHASHABLE_FIELDS = ['time', 'price', 'amount', 'quantity', 'rating', 'discount'] as const;

function requireNeededFields(inspection: Inspection, columns: readonly PrivateColumn[]): void {
  const places = findPlaces(inspection);
  const remaining = withoutDropped(places, columns).fields;
  const required = missingFields(inspection.kind, inspection.layout, {}).concat('action');
  const missingField = required.find((field) => places.fields.has(field) && !remaining.has(field));
  if (missingField) {
    throw new PortraitError({
      code: 'PRIVACY_COLUMN_NEEDED',
      message: `The column of the ${missingField} cannot be dropped: nothing can be imported without it.`,
      hint: 'Choose to hash it: that tells one from another without saying who they are.',
      details: { field: missingField },
    });
  }
  const isHashed = (place: Place) => !('literal' in place) && choiceAt(place, columns) === 'hash';
  const unreadable = UNHASHABLE_FIELDS.find((field) => places.fields.get(field)?.some(isHashed));
  if (unreadable) {
    throw new PortraitError({
      code: 'PRIVACY_COLUMN_NEEDED',
      message: `The column of the ${unreadable} cannot be hashed: it could not be read any more.`,
      hint: 'Choose to drop it or to keep it.',
      details: { field: unreadable },
    });
  }
}
