import type { Database } from 'better-sqlite3';
import { type Measures, readMeasures } from '../store/events/measures.ts';
import { importState } from '../store/names/name-lookup.ts';

export interface AllMeasures extends Measures {
  /** Row of each user, by id. */
  readonly rowOf: ReadonlyMap<number, number>;
}

const cache = new WeakMap<Database, { state: string; measures: AllMeasures }>();

/** Returns the measures of all users, cached until the next import. */
export function allMeasures(db: Database): AllMeasures {
  const state = importState(db);
  const cached = cache.get(db);
  if (cached?.state === state) return cached.measures;
  const measures = readMeasures(db);
  const indexedMeasures = { ...measures, rowOf: new Map(Array.from(measures.users, (user, row) => [user, row])) };
  cache.set(db, { state, measures: indexedMeasures });
  return indexedMeasures;
}

/**
 * Returns the quintile of a value, 1 to 5, by the fraction of other users with a worse value: a smaller one, or with
 * `smallIsGood` a larger one, as for days since the last visit. The many users who never bought are in the lowest
 * quintile. 3 for a single user; null for an unknown value.
 */
export function quintile(values: ArrayLike<number>, value: number, smallIsGood = false): number | null {
  if (Number.isNaN(value)) return null;
  let worse = 0;
  let knownCount = 0;
  for (let i = 0; i < values.length; i++) {
    const other = values[i]!;
    if (Number.isNaN(other)) continue;
    knownCount++;
    if (smallIsGood ? other > value : other < value) worse++;
  }
  return knownCount === 1 ? 3 : Math.min(5, 1 + Math.floor((5 * worse) / (knownCount - 1)));
}
