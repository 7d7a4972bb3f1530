import type { Database } from 'better-sqlite3';
import type { Cell } from '../files/export-file.ts';
import { readMeasures } from '../store/events/measures.ts';
import { namesOf } from '../store/names/name-lookup.ts';
import { userAttributes, userClusters, userNames } from '../store/names/user-facts.ts';
import { NO_TRAITS, traitCells } from './traits/trait-cells.ts';

export const MEASURE_COLUMNS = [
  'events',
  'sessions',
  'recency_days',
  'frequency',
  'monetary',
  'monetary_gross',
] as const;

interface UserTable {
  readonly header: string[];
  readonly rows: Cell[][];
  readonly facts: { readonly clustersOf: string | null };
}

/**
 * Builds a table with one row per user (ascending ids): name, declared attributes, measures, the cluster if there is a
 * map, and traits.
 */
export function userTable(db: Database, users: Int32Array, map: string | null, traitTable = NO_TRAITS): UserTable {
  const names = userNames(db, users);
  const attributesByUser = userAttributes(db, users);
  const attributes = namesOf(db, 'attributes').filter((name) =>
    [...attributesByUser.values()].some((values) => values.has(name)),
  );
  const measures = measureCells(db, users);
  const clusters = map === null ? null : userClusters(db, map);
  const reservedColumns = new Set<string>(['user', ...MEASURE_COLUMNS, 'cluster']);
  const columns = attributes.map((name) => (reservedColumns.has(name) ? `declared_${name}` : name));
  const header = ['user', ...columns, ...MEASURE_COLUMNS, ...(clusters ? ['cluster'] : [])];
  const traits = traitCells(traitTable, header);
  const rows = [...users].map((user, i): Cell[] => [
    names[i] ?? '',
    ...attributes.map((name) => attributesByUser.get(user)?.get(name) ?? null),
    ...measures(i),
    ...(clusters ? [clusters.get(user) ?? null] : []),
    ...traits.cellsOf(user),
  ]);
  return { header: [...header, ...traits.header], rows, facts: { clustersOf: map } };
}

/** Returns the cells of MEASURE_COLUMNS for the i-th user; money is rounded to cents, days to hundredths. */
export function measureCells(db: Database, users: Int32Array): (i: number) => Cell[] {
  const { events, sessions, recency, frequency, monetary, gross } = readMeasures(db, users);
  return (i) => [
    events[i]!,
    sessions[i]!,
    Number.isNaN(recency[i]!) ? null : Math.round(recency[i]! * 100) / 100,
    frequency[i]!,
    Math.round(monetary[i]! * 100) / 100,
    Math.round(gross[i]! * 100) / 100,
  ];
}
