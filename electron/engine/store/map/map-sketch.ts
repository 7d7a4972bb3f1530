import type { Database } from 'better-sqlite3';
import { sampleMapPoints } from './map-points.ts';

/** Number of points of a thumbnail; more are not told apart at its size. */
const POINTS = 600;
/** Length of the longer side of a thumbnail. */
const SIDE = 255;

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Returns x, y and cluster of points of a map in turn, scaled to a square of `SIDE`, and a function that scales another
 * point in the same way.
 */
export function mapSketch(
  db: Database,
  map: string,
): { points: number[]; place(point: Place): [x: number, y: number] } {
  const points = sampleMapPoints(db, map, POINTS);
  const left = Math.min(...points.map(({ x }) => x));
  const low = Math.min(...points.map(({ y }) => y));
  const span = Math.max(...points.map(({ x, y }) => Math.max(x - left, y - low))) || 1;
  const scale = (distance: number) => Math.min(SIDE, Math.max(0, Math.round((distance / span) * SIDE)));
  const place = ({ x, y }: Place): [number, number] => [scale(x - left), scale(y - low)];
  return { points: points.flatMap((point) => [...place(point), point.cluster]), place };
}
