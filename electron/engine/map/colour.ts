import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { MeasureName } from '../../../shared/contract/profile.ts';
import type { Measures } from '../store/events/measures.ts';
import { actionCounts, userAttributes } from '../store/names/user-facts.ts';

interface ColouredUsers {
  /** Ids of the users, ascending. */
  readonly users: Int32Array;
  /** Returns the measures of the users, in the same order. */
  readonly measures: () => Pick<Measures, MeasureName>;
}

/** Returns the value that colours each user of a map: a declared attribute, a measure, or the count of an action. */
export function colourOf(
  db: Database,
  { users, measures }: ColouredUsers,
  by: Exclude<Parsed<'map.colour'>['by'], { kind: 'trait' }>,
): Output<'map.colour'> {
  if (by.kind === 'attribute') return attributeColour(db, users, by.name);
  if (by.kind === 'measure') return { values: new Float32Array(measures()[by.name]) };
  const counts = actionCounts(db, by.name);
  return { values: Float32Array.from(users, (user) => counts.get(user) ?? 0) };
}

/** Numbers the values by frequency, most frequent first; -1 for users without a value. */
function attributeColour(db: Database, users: Int32Array, name: string): Output<'map.colour'> {
  const attributesByUser = userAttributes(db, users);
  const values = Array.from(users, (user) => attributesByUser.get(user)?.get(name));
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  const labels = [...counts].sort((a, b) => b[1] - a[1]).map(([label]) => label);
  const codes = new Map(labels.map((label, code) => [label, code]));
  return { labels, codes: Int32Array.from(values, (value) => (value === undefined ? -1 : codes.get(value)!)) };
}
