import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { type ClusterInfo, MapParameters, MapQuality, Trait } from '../../../../shared/contract/map.ts';
import { parseStored } from '../parse-json.ts';
import { readName, type StoredName } from './cluster-names.ts';

export interface NewMap {
  readonly run: string;
  readonly parameters: MapParametersValue;
  readonly seconds: number;
  readonly quality: MapQuality | null;
  readonly users: Int32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly cluster: Int32Array;
  readonly clusters: readonly ClusterInfo[];
}

type MapParametersValue = z.infer<typeof MapParameters>;

/** Inserts a map with its clusters and points in one transaction; returns its id. */
export function insertMap(db: Database, map: NewMap): string {
  return db.transaction(() => {
    const last =
      db.prepare<[], number>('SELECT coalesce(max(cast(substr(id, 5) AS INTEGER)), 0) FROM all_maps').pluck().get() ??
      0;
    const id = `map-${last + 1}`;
    const { run, parameters, seconds, quality, users, x, y, cluster, clusters } = map;
    db.prepare('INSERT INTO all_maps (id, run, created, parameters, seconds, quality) VALUES (?, ?, ?, ?, ?, ?)').run(
      id,
      run,
      Date.now(),
      JSON.stringify(parameters),
      seconds,
      quality && JSON.stringify(quality),
    );
    const addCluster = db.prepare(
      'INSERT INTO clusters (map, id, code, params, size, traits) VALUES (?, ?, ?, ?, ?, ?)',
    );
    for (const { id: number, name, size, traits } of clusters)
      addCluster.run(id, number, name.code, JSON.stringify(name.params), size, JSON.stringify(traits));
    const addPoint = db.prepare('INSERT INTO map_points (map, user, x, y, cluster) VALUES (?, ?, ?, ?, ?)');
    users.forEach((user, row) => {
      addPoint.run(id, user, x[row], y[row], cluster[row]);
    });
    return id;
  })();
}

/** All maps, newest first. */
export function listMaps(db: Database) {
  return db
    .prepare<
      [],
      {
        id: string;
        run: string;
        created: number;
        parameters: string;
        seconds: number;
        quality: string | null;
        points: number;
        clusters: number;
      }
    >(
      `SELECT *, (SELECT count(*) FROM map_points p WHERE p.map = m.id) points, (SELECT count(*) FROM clusters c WHERE c.map = m.id) clusters
       FROM maps m ORDER BY created DESC, length(id) DESC, id DESC`,
    )
    .all()
    .map((row) => ({
      ...row,
      parameters: parseStored(MapParameters, row.parameters, `the parameters of ${row.id}`),
      quality: row.quality === null ? null : parseStored(MapQuality, row.quality, `the quality of ${row.id}`),
    }));
}

/** A map's clusters, ordered by id, which is largest first. */
export function listClusters(db: Database, map: string): ClusterInfo[] {
  return db
    .prepare<[string], StoredName & { size: number; traits: string }>(
      'SELECT id, code, params, own_name, size, traits FROM clusters WHERE map = ? ORDER BY id',
    )
    .all(map)
    .map(({ size, traits, ...stored }) => ({
      id: stored.id,
      name: readName(stored),
      size,
      traits: parseStored(z.array(Trait), traits, `a cluster of ${map}`),
    }));
}
