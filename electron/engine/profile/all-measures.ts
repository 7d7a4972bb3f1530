import type { Database } from 'better-sqlite3';
import { type Measures, readMeasures } from '../store/events/measures.ts';
import { importState } from '../store/names/name-lookup.ts';

export interface AllMeasures extends Measures {
  /** Row of each user's id. */
  readonly rowOf: ReadonlyMap<number, number>;
}

const kept = new WeakMap<Database, { state: string; measures: AllMeasures }>();

/** The measures of all users, kept until something is imported. */
export function allMeasures(db: Database): AllMeasures {
  const state = importState(db);
  const known = kept.get(db);
  if (known?.state === state) return known.measures;
  const measures = readMeasures(db);
  const all = { ...measures, rowOf: new Map(Array.from(measures.users, (user, row) => [user, row])) };
  kept.set(db, { state, measures: all });
  return all;
}

/**
 * The fifth, 1 to 5, that a value falls in, by the share of the others whose value is worse: those with less, or, with
 * `smallIsGood`, those with more, as for days since the last visit. The many who never bought are in the lowest. A user alone is
 * in the middle; null where the value is unknown.
 */
export function quintile(values: ArrayLike<number>, value: number, smallIsGood = false): number | null {
  if (Number.isNaN(value)) return null;
  let worse = 0;
  let known = 0;
  for (let i = 0; i < values.length; i++) {
    const other = values[i]!;
    if (Number.isNaN(other)) continue;
    known++;
    if (smallIsGood ? other > value : other < value) worse++;
  }
  return known === 1 ? 3 : Math.min(5, 1 + Math.floor((5 * worse) / (known - 1)));
}
