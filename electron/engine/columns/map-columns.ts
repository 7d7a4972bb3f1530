import type { Database } from 'better-sqlite3';
import { mapPointRows } from '../store/map/map-points.ts';

/** The points of a map, by user id ascending. */
export interface MapColumns {
  readonly users: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly cluster: Int32Array;
}

export function readMapColumns(db: Database, map: string): MapColumns {
  const rows = mapPointRows(db, map);
  const columns: MapColumns = {
    users: new Int32Array(rows.length),
    x: new Float64Array(rows.length),
    y: new Float64Array(rows.length),
    cluster: new Int32Array(rows.length),
  };
  rows.forEach(([user, x, y, cluster], i) => {
    columns.users[i] = user;
    columns.x[i] = x;
    columns.y[i] = y;
    columns.cluster[i] = cluster;
  });
  return columns;
}
