import type { Database } from 'better-sqlite3';
import { type Measures, readMeasures } from '../store/events/measures.ts';
import { importState } from '../store/names/name-lookup.ts';
import { purchaseVersion } from '../store/names/purchase-actions.ts';

const cache = new WeakMap<Database, { state: string; measures: Measures }>();

/** Returns the measures of all users, cached until the next import or change of purchases. */
export function allMeasures(db: Database): Measures {
  const state = `${importState(db)} ${purchaseVersion(db)}`;
  const cached = cache.get(db);
  if (cached?.state === state) return cached.measures;
  const measures = readMeasures(db);
  cache.set(db, { state, measures });
  return measures;
}
