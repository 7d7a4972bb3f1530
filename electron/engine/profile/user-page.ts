import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { clusterNames } from '../store/map/cluster-names.ts';
import { mapIds } from '../store/map/map-points.ts';
import { userAttributes, userClusters, userNames } from '../store/names/user-facts.ts';
import { allMeasures } from './all-measures.ts';

/**
 * Returns one page of the users with names that contain the search text, sorted by a measure or by name; unknown
 * measures come last.
 */
export function userPage(db: Database, input: Parsed<'profile.users'>): Output<'profile.users'> {
  const { users: ids, ...measures } = allMeasures(db);
  const names = userNames(db, ids);
  const searchText = input.search.toLowerCase();
  const rows = Array.from(ids.keys()).filter((row) => names[row]!.toLowerCase().includes(searchText));
  const sign = input.descending ? -1 : 1;
  const { order } = input;
  const byName = (a: number, b: number) => (names[a]! < names[b]! ? -1 : 1);
  if (order === 'user') rows.sort((a, b) => sign * byName(a, b));
  else rows.sort((a, b) => compareNanLast(measures[order][a]!, measures[order][b]!, sign) || a - b);
  const page = rows.slice(input.offset, input.offset + input.limit);
  const pageIds = Int32Array.from(page, (row) => ids[row]!);
  const attributes = userAttributes(db, pageIds.slice().sort());
  const map = mapIds(db)[0] ?? null;
  const clusters = map === null ? new Map<number, number>() : userClusters(db, map);
  return {
    total: rows.length,
    map,
    users: page.map((row) => names[row]!),
    attributes: Array.from(pageIds, (id) => attributes.get(id) ?? new Map<string, string>()),
    events: Int32Array.from(page, (row) => measures.events[row]!),
    sessions: Int32Array.from(page, (row) => measures.sessions[row]!),
    recency: Float64Array.from(page, (row) => measures.recency[row]!),
    frequency: Int32Array.from(page, (row) => measures.frequency[row]!),
    monetary: Float64Array.from(page, (row) => measures.monetary[row]!),
    cluster: Array.from(pageIds, (id) => clusters.get(id) ?? null),
    clusterNames:
      map === null ? {} : Object.fromEntries([...clusterNames(db, map)].map(([id, name]) => [String(id), name])),
  };
}

function compareNanLast(a: number, b: number, sign: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return sign * (a - b);
}
