import type { PersonalKind, PrivacyChoice } from '../../../../shared/domain/cleaning.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import type { Inspection } from '../detect/inspect.ts';
import { type ColumnPlace, findPlaces, type Places, textAt } from '../detect/mapping-places.ts';
import { personalKind } from './personal-kind.ts';

/** A column that looks personal or has a requested choice, and the choice that applies to it. */
export interface PrivateColumn {
  /** Its name; followed by a path, as in a mapping, if only a value inside its JSON is meant. */
  readonly column: string;
  readonly kind: PersonalKind | null;
  readonly choice: PrivacyChoice;
  readonly place: ColumnPlace;
}

/** Fields that identify people, orders or sessions: their values are needed, but not in clear text. */
export const IDENTIFYING_FIELDS: readonly Field[] = ['user', 'alias', 'order_id', 'session'];
/** Fields that can hold personal data; columns mapped to others, such as times, prices or items, do not. */
const PERSONAL_FIELDS: readonly Field[] = [...IDENTIFYING_FIELDS, 'text'];

type PrivacyChoices = Readonly<Record<string, PrivacyChoice>>;

/**
 * Finds the columns of a file that look personal, are marked by its preset or named in `choices`, with the choice for each: the requested
 * one; otherwise identifiers of users, orders and sessions are hashed and all others are dropped, so that nothing
 * personal is kept in clear text.
 */
export function privateColumns(inspection: Inspection, choices: PrivacyChoices = {}): PrivateColumn[] {
  const places = findPlaces(inspection);
  return candidates(inspection, places).flatMap(({ name, place, values }) => {
    const fields = fieldsAt(place, places);
    const isOpen = fields.every((field) => PERSONAL_FIELDS.includes(field));
    const marked = inspection.rules?.personal?.[name] ?? null;
    const kind = marked ?? (isOpen ? personalKind(lastPart(name, place), values) : null);
    const choice =
      choiceOf(name, choices) ??
      (kind && (fields.some((field) => IDENTIFYING_FIELDS.includes(field)) ? 'hash' : 'drop'));
    return choice ? [{ column: name, kind, choice, place }] : [];
  });
}

/** The choice for a column, whose name is matched case-insensitively. */
export function choiceOf(name: string, choices: PrivacyChoices): PrivacyChoice | undefined {
  if (Object.hasOwn(choices, name)) return choices[name];
  return Object.entries(choices).find(([column]) => column.toLowerCase() === name.toLowerCase())?.[1];
}

interface Candidate {
  readonly name: string;
  readonly place: ColumnPlace;
  readonly values: readonly string[];
}

/** All columns, and the mapped values inside the JSON of columns. */
function candidates({ columns, joined, layout, rows }: Inspection, { fields, attributes }: Places): Candidate[] {
  const all = [...columns, ...joined];
  const whole = layout === 'sequences' ? columns.slice(0, 1) : all;
  const jsonPaths = [...[...fields.values()].flat(), ...attributes].flatMap((place) => {
    if ('literal' in place || place.path === undefined) return [];
    const { column, path } = place;
    return [{ name: `${all[column]}.${path}`, place: { column, path } }];
  });
  const allCandidates = [...whole.map((name, column) => ({ name, place: { column } })), ...jsonPaths];
  const distinct = new Map<string, { name: string; place: ColumnPlace }>(
    allCandidates.map((candidate) => [candidate.name, candidate]),
  );
  return [...distinct.values()].map((candidate) => ({
    ...candidate,
    values: rows.map((row) => textAt([candidate.place], row)),
  }));
}

const lastPart = (name: string, { path }: ColumnPlace) => path ?? name;

function fieldsAt(place: ColumnPlace, { fields }: Places): Field[] {
  const isHere = ({ column, path }: ColumnPlace) => column === place.column && path === place.path;
  return [...fields]
    .filter(([, fieldPlaces]) => fieldPlaces.some((fieldPlace) => !('literal' in fieldPlace) && isHere(fieldPlace)))
    .map(([field]) => field);
}
