import type { Position } from './position.ts';

/** Average number of points of a cell. */
const POINTS_PER_CELL = 4;
const MAX_CELLS_PER_SIDE = 1024;

/** Index of points in unit coordinates by cells of a square grid, for finding the point under the pointer. */
export interface PointGrid {
  x: Float32Array;
  y: Float32Array;
  cellsPerSide: number;
  /** For each cell, the offset of its first point in `points`; one more at the end. */
  offsets: Uint32Array;
  /** Indices of the points, cell by cell. */
  points: Uint32Array;
}

/** Indexes points in [-1, 1]² by a counting sort over the cells. Points that are not finite are left out. */
export function pointGrid(x: Float32Array, y: Float32Array): PointGrid {
  const perSide = Math.ceil(Math.sqrt(x.length / POINTS_PER_CELL));
  const cellsPerSide = Math.max(1, Math.min(MAX_CELLS_PER_SIDE, perSide));
  const offsets = new Uint32Array(cellsPerSide ** 2 + 1);
  const cellOf = (i: number) => cellAt(cellsPerSide, y[i]!) * cellsPerSide + cellAt(cellsPerSide, x[i]!);
  const isFinitePoint = (i: number) => Number.isFinite(x[i]) && Number.isFinite(y[i]);
  for (let i = 0; i < x.length; i++) if (isFinitePoint(i)) offsets[cellOf(i) + 1]!++;
  for (let cell = 1; cell < offsets.length; cell++) offsets[cell]! += offsets[cell - 1]!;
  const points = new Uint32Array(offsets.at(-1)!);
  const next = offsets.slice();
  for (let i = 0; i < x.length; i++) if (isFinitePoint(i)) points[next[cellOf(i)]!++] = i;
  return { x, y, cellsPerSide, offsets, points };
}

/**
 * Returns the index of the point closest to a position within a radius, in unit coordinates; null if there is none. Of
 * points at the same place, returns the last, which is drawn on top.
 */
export function nearestPoint(grid: PointGrid, [px, py]: Position, radius: number): number | null {
  const { x, y, cellsPerSide, offsets, points } = grid;
  const [left, right] = [cellAt(cellsPerSide, px - radius), cellAt(cellsPerSide, px + radius)];
  const [low, high] = [cellAt(cellsPerSide, py - radius), cellAt(cellsPerSide, py + radius)];
  let nearest: number | null = null;
  let leastDistance = radius ** 2;
  for (let row = low; row <= high; row++) {
    const [from, to] = [offsets[row * cellsPerSide + left]!, offsets[row * cellsPerSide + right + 1]!];
    for (let at = from; at < to; at++) {
      const i = points[at]!;
      const distance = (x[i]! - px) ** 2 + (y[i]! - py) ** 2;
      if (distance > leastDistance || (distance === leastDistance && nearest !== null && i < nearest)) continue;
      [nearest, leastDistance] = [i, distance];
    }
  }
  return nearest;
}

function cellAt(cellsPerSide: number, coordinate: number): number {
  return Math.max(0, Math.min(cellsPerSide - 1, Math.floor(((coordinate + 1) / 2) * cellsPerSide)));
}
