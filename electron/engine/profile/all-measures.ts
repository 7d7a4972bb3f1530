import type { Database } from 'better-sqlite3';
import { type Measures, readMeasures } from '../store/measures.ts';
import { importState } from '../store/names.ts';

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
 * The fifth, 1 to 5, that a value falls in among all, by the share of smaller ones (ties count half); null where the value
 * is unknown. With `smallIsGood` the fifths are counted from the other end, as for days since the last visit.
 */
export function quintile(values: ArrayLike<number>, value: number, smallIsGood = false): number | null {
  if (Number.isNaN(value)) return null;
  let below = 0;
  let equal = 0;
  let known = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue;
    known++;
    if (values[i]! < value) below++;
    else if (values[i]! === value) equal++;
  }
  const share = (below + equal / 2) / known;
  return Math.min(5, 1 + Math.floor(5 * (smallIsGood ? 1 - share : share)));
}
