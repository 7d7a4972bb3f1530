import type { Database } from 'better-sqlite3';
import { classScoreRows } from '../../store/columns/user-rows.ts';
import { bestClasses } from '../best-classes.ts';
import type { Columns } from '../columns.ts';
import type { MapColumns } from '../map-columns.ts';
import { type BinnedFeature, binnedFeature } from './bins.ts';
import type { NamedFeature } from './column-features.ts';
import { type Feature, singleFeature } from './feature.ts';

/** Clusters of users on a map; `ids` are the ids of the clusters, ascending. */
export interface ClusterFeature {
  readonly ids: Int32Array;
  readonly feature: Feature;
}

export function clusterFeature(columns: Columns, { users, cluster }: MapColumns): ClusterFeature {
  const ids = Int32Array.from(new Set(cluster)).sort();
  const indexOf = new Map([...ids].map((id, index) => [id, index]));
  const codes = new Int32Array(columns.rows.count);
  users.forEach((user, i) => {
    const row = columns.rows.rowOf(user);
    if (row !== -1) codes[row] = indexOf.get(cluster[i]!)! + 1;
  });
  return { ids, feature: singleFeature(codes, ids.length) };
}

/** Returns the feature of users by the most probable class of a prediction. */
export function classFeature(db: Database, columns: Columns, run: string, classes: readonly string[]): NamedFeature {
  const codes = bestClasses(db, run, columns.rows).map((best) => (best < classes.length ? best + 1 : 0));
  return { feature: singleFeature(codes, classes.length), nameOf: (value) => classes[value]! };
}

/** Returns the feature of users by the score of a class; null if no user has a score. */
export function scoreFeature(
  db: Database,
  columns: Columns,
  { run, class: k }: { readonly run: string; readonly class: number },
  edges?: Float64Array,
): BinnedFeature | null {
  const scores = new Float64Array(columns.rows.count).fill(Number.NaN);
  for (const [user, value] of classScoreRows(db, run, k)) {
    const row = columns.rows.rowOf(user);
    if (row !== -1) scores[row] = value;
  }
  return binnedFeature(scores, edges);
}
