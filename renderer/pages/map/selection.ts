import { insidePolygon } from '../../../shared/domain/polygon.ts';
import type { Position } from '../../map/position.ts';

/** What is chosen on a map. */
export type Selection = { kind: 'cluster'; cluster: number } | { kind: 'lasso'; polygon: Position[] };

interface Points {
  x: Float32Array;
  y: Float32Array;
  cluster: Int32Array;
}

/** The points that are chosen, by index: the same as the engine will find. */
export function pointsOf(selection: Selection, { x, y, cluster }: Points): number[] {
  const indices = Array.from(x.keys());
  if (selection.kind === 'cluster') return indices.filter((i) => cluster[i] === selection.cluster);
  const inside = insidePolygon(selection.polygon);
  return indices.filter((i) => inside(x[i]!, y[i]!));
}
