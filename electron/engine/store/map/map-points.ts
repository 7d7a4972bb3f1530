import type { Database } from 'better-sqlite3';
import { PortraitError } from '../../../../shared/errors.ts';

export function mapExists(db: Database, map: string): boolean {
  return db.prepare('SELECT 1 FROM maps WHERE id = ?').get(map) !== undefined;
}

export function mapNotFound(map: string): PortraitError {
  return new PortraitError({
    code: 'MAP_NOT_FOUND',
    message: `This workspace has no map ${map}.`,
    hint: 'Choose one from the list of maps, or compute one.',
    details: { map },
  });
}

/** The run that a map is based on. */
export function mapRun(db: Database, map: string): string | null {
  return db.prepare<[string], string>('SELECT run FROM maps WHERE id = ?').pluck().get(map) ?? null;
}

/** Ids of all maps, newest first. */
export function mapIds(db: Database): string[] {
  return db.prepare<[], string>('SELECT id FROM maps ORDER BY created DESC, length(id) DESC, id DESC').pluck().all();
}

/** Ids of the clusters that have points on a map. */
export function clusterIds(db: Database, map: string): number[] {
  const sql = 'SELECT DISTINCT cluster FROM map_points WHERE map = ? ORDER BY cluster';
  return db.prepare<[string], number>(sql).pluck().all(map);
}

export interface MapPoint {
  readonly user: number;
  readonly x: number;
  readonly y: number;
  readonly cluster: number;
}

/** All points of a map, ordered by user id. */
export function mapPointRows(db: Database, map: string): [user: number, x: number, y: number, cluster: number][] {
  const sql = 'SELECT user, x, y, cluster FROM map_points WHERE map = ? ORDER BY user';
  return db.prepare<[string], [number, number, number, number]>(sql).raw().all(map);
}

/** Names of the users of a map, ordered by user id. */
export function mapUserNames(db: Database, map: string): string[] {
  const sql =
    "SELECT coalesce(u.name, '') FROM map_points m LEFT JOIN users u ON u.id = m.user WHERE m.map = ? ORDER BY m.user";
  return db.prepare<[string], string>(sql).pluck().all(map);
}

/** Iterates over the points of a map, ordered by user id. */
export function mapPoints(db: Database, map: string): IterableIterator<MapPoint> {
  const sql = 'SELECT user, x, y, cluster FROM map_points WHERE map = ? ORDER BY user';
  return db.prepare<[string], MapPoint>(sql).iterate(map);
}

/**
 * Returns at most `count` points of a map, evenly spaced over the ids of its users, in as many lookups: it takes
 * milliseconds, however many points the map has.
 */
export function sampleMapPoints(db: Database, map: string, count: number): MapPoint[] {
  const ofMap = 'FROM map_points WHERE map = ?';
  const ends = db.prepare<[string, string], { first: number | null; last: number | null }>(
    `SELECT (SELECT min(user) ${ofMap}) first, (SELECT max(user) ${ofMap}) last`,
  );
  const { first, last } = ends.get(map, map) ?? { first: null, last: null };
  if (first === null || last === null) return [];
  const next = db.prepare<[string, number], MapPoint>(
    `SELECT user, x, y, cluster ${ofMap} AND user >= ? ORDER BY user LIMIT 1`,
  );
  const points = new Map<number, MapPoint>();
  for (let i = 0; i < count; i++) {
    const point = next.get(map, Math.floor(first + ((last - first + 1) * i) / count));
    if (point) points.set(point.user, point);
  }
  return [...points.values()];
}
