import type { Database } from 'better-sqlite3';
import { ClusterName } from '../../../../shared/domain/cluster-name.ts';
import { parseCoded } from '../parse-json.ts';

/** A cluster's id and name as they are stored. */
export interface StoredName {
  readonly id: number;
  readonly code: string;
  readonly params: string;
  /** Name given by a person; null if there is none. */
  readonly own_name: string | null;
}

export function readName(stored: StoredName): ClusterName {
  const { own_name: text } = stored;
  return text === null ? parseCoded(ClusterName, stored, 'the name of a cluster') : { code: 'text', params: { text } };
}

/** Position of a user on a map, and the user’s cluster. */
export interface MapPlace {
  readonly map: string;
  readonly id: number;
  readonly name: ClusterName;
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

/** Returns the position of a user on a map; null if the user is not on it. */
export function placeOf(db: Database, map: string, user: number): MapPlace | null {
  const sql = `SELECT c.id, c.code, c.params, c.own_name, c.size, p.x, p.y FROM map_points p
    JOIN clusters c ON c.map = p.map AND c.id = p.cluster WHERE p.map = ? AND p.user = ?`;
  const row = db.prepare<[string, number], StoredName & { size: number; x: number; y: number }>(sql).get(map, user);
  return row ? { map, id: row.id, name: readName(row), size: row.size, x: row.x, y: row.y } : null;
}

/** Returns the names of a map's clusters by id. */
export function clusterNames(db: Database, map: string): Map<number, ClusterName> {
  const rows = db
    .prepare<[string], StoredName>('SELECT id, code, params, own_name FROM clusters WHERE map = ?')
    .all(map);
  return new Map(rows.map((row) => [row.id, readName(row)]));
}

/**
 * Returns the name that a person has given to a cluster; null if it has none, undefined if the cluster does not exist.
 */
export function givenClusterName(db: Database, map: string, cluster: number): string | null | undefined {
  const sql = 'SELECT own_name FROM clusters WHERE map = ? AND id = ?';
  return db.prepare<[string, number], string | null>(sql).pluck().get(map, cluster);
}

/** Sets the name of a cluster. Null restores the name generated from its traits. */
export function renameCluster(db: Database, map: string, cluster: number, name: string | null): void {
  db.prepare('UPDATE clusters SET own_name = ? WHERE map = ? AND id = ?').run(name, map, cluster);
}
