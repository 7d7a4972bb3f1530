import type { Database } from 'better-sqlite3';
import { ClusterName } from '../../../../shared/domain/cluster-name.ts';
import { parseCoded } from '../parse-json.ts';

/** A cluster's id and name as they are stored. */
export interface StoredName {
  readonly id: number;
  readonly code: string;
  readonly params: string;
}

export function readName(stored: StoredName): ClusterName {
  return parseCoded(ClusterName, stored, 'the name of a cluster');
}

/** Returns the cluster of a user on a map, with its name; null if the user is not on the map. */
export function clusterOf(
  db: Database,
  map: string,
  user: number,
): { map: string; id: number; name: ClusterName } | null {
  const sql = `SELECT c.id, c.code, c.params FROM map_points p JOIN clusters c ON c.map = p.map AND c.id = p.cluster
    WHERE p.map = ? AND p.user = ?`;
  const row = db.prepare<[string, number], StoredName>(sql).get(map, user);
  return row ? { map, id: row.id, name: readName(row) } : null;
}

/** Returns the names of a map's clusters by id. */
export function clusterNames(db: Database, map: string): Map<number, ClusterName> {
  const rows = db.prepare<[string], StoredName>('SELECT id, code, params FROM clusters WHERE map = ?').all(map);
  return new Map(rows.map((row) => [row.id, readName(row)]));
}
