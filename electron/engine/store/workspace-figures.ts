import type { Database } from 'better-sqlite3';
import type { WorkspaceFigures } from '../../../shared/contract/workspace.ts';
import { eventSummary } from './events/event-summary.ts';
import { mapIds, sampleMapPoints } from './map/map-points.ts';
import { mapSketch, SKETCH_POINTS } from './map/map-sketch.ts';

/** Returns the figures of a workspace except its size on disk. Reads only small tables and single rows. */
export function workspaceFigures(db: Database): Omit<WorkspaceFigures, 'bytes'> {
  const users = db.prepare<[], number>('SELECT count(*) FROM users').pluck().get() ?? 0;
  const events = Object.values(eventSummary(db).actions).reduce((sum, count) => sum + count, 0);
  const [newestMap] = mapIds(db);
  return {
    users,
    events,
    map: newestMap === undefined ? null : mapSketch(sampleMapPoints(db, newestMap, SKETCH_POINTS)).points,
  };
}
