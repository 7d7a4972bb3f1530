import { insidePolygon } from '../../../shared/domain/polygon.ts';
import type { Position } from '../../map/position.ts';

/** Selection on a map: a cluster or a lasso. */
export type Selection = { kind: 'cluster'; cluster: number } | { kind: 'lasso'; polygon: Position[] };

interface Points {
  x: Float32Array;
  y: Float32Array;
  cluster: Int32Array;
}

/** Returns the indices of the selected points, with the same lasso test as the engine. */
export function selectedIndices(selection: Selection, { x, y, cluster }: Points): number[] {
  const indices = Array.from(x.keys());
  if (selection.kind === 'cluster') return indices.filter((i) => cluster[i] === selection.cluster);
  const inside = insidePolygon(selection.polygon);
  return indices.filter((i) => inside(x[i]!, y[i]!));
}
