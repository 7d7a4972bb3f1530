import type { Database } from 'better-sqlite3';
import type { Portrait } from '../../../../shared/contract/portrait.ts';
import type { MapColumns } from '../../columns/map-columns.ts';
import { placeOf } from '../../store/map/cluster-names.ts';
import { mapIds } from '../../store/map/map-points.ts';
import { mapSketch, SKETCH_POINTS } from '../../store/map/map-sketch.ts';
import type { ShopFigures } from './shop-figures.ts';

const MEASURES = ['events', 'sessions', 'frequency', 'monetary'] as const;

/** Returns the user’s place on the newest map and the means of the cluster; null if the user is not on the map. */
export function clusterOf(
  db: Database,
  { columns }: ShopFigures,
  user: number,
  mapColumns: (map: string) => MapColumns,
): Portrait['cluster'] {
  const [map] = mapIds(db);
  const place = map === undefined ? null : placeOf(db, map, user);
  if (!place) return null;
  const points = mapColumns(place.map);
  const { users, cluster } = points;
  const rows = users.filter((_, i) => cluster[i] === place.id).map((id) => columns.rows.rowOf(id));
  const [events, sessions, frequency, monetary] = MEASURES.map((name) => mean(columns.measure(name), rows));
  const sketch = mapSketch(somePoints(points));
  return {
    ...place,
    sketch: sketch.points,
    mark: sketch.place(place),
    means: { events: events!, sessions: sessions!, frequency: frequency!, monetary: monetary! },
  };
}

/** Returns points of a map at regular intervals. */
function somePoints({ x, y, cluster }: MapColumns) {
  const step = Math.max(1, x.length / SKETCH_POINTS);
  return Array.from({ length: Math.min(SKETCH_POINTS, x.length) }, (_, k) => {
    const i = Math.floor(k * step);
    return { x: x[i]!, y: y[i]!, cluster: cluster[i]! };
  });
}

function mean(values: ArrayLike<number>, rows: Int32Array): number {
  let [sum, count] = [0, 0];
  for (const row of rows) {
    if (row === -1) continue;
    sum += values[row]!;
    count++;
  }
  return sum / count;
}
