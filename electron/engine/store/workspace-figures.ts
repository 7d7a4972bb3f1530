import type { Database } from 'better-sqlite3';
import type { WorkspaceFigures } from '../../../shared/contract/workspace.ts';
import { eventSummary } from './events/event-summary.ts';
import { mapIds, sampleMapPoints } from './map/map-points.ts';

/** Number of points of a thumbnail; at its size, more cannot be distinguished. */
const POINTS = 600;
/** Length of the longer side of a thumbnail. */
const SIDE = 255;

/** Returns the figures of a workspace except its size on disk. Reads only small tables and single rows. */
export function workspaceFigures(db: Database): Omit<WorkspaceFigures, 'bytes'> {
  const users = db.prepare<[], number>('SELECT count(*) FROM users').pluck().get() ?? 0;
  const events = Object.values(eventSummary(db).actions).reduce((sum, count) => sum + count, 0);
  const [newestMap] = mapIds(db);
  return { users, events, map: newestMap === undefined ? null : thumbnail(db, newestMap) };
}

/** Returns x, y and cluster of evenly sampled points of a map, flattened and scaled to a square of `SIDE`. */
function thumbnail(db: Database, map: string): number[] {
  const points = sampleMapPoints(db, map, POINTS);
  const left = Math.min(...points.map(({ x }) => x));
  const low = Math.min(...points.map(({ y }) => y));
  const span = Math.max(...points.map(({ x, y }) => Math.max(x - left, y - low))) || 1;
  const scale = (distance: number) => Math.round((distance / span) * SIDE);
  return points.flatMap(({ x, y, cluster }) => [scale(x - left), scale(y - low), cluster]);
}
