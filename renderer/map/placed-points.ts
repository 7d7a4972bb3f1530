import { coreView, type Frame, frameOf, toUnit, type View, wholeView } from './frame.ts';
import { nearestPoint, type PointGrid, pointGrid } from './point-grid.ts';
import type { Position } from './position.ts';

/** Positions of a map's points, and what is derived from them, each when it is first needed. */
export class PlacedPoints {
  /** Positions in the map's coordinates. */
  readonly map: { readonly x: Float32Array; readonly y: Float32Array };
  readonly frame: Frame;
  /** Positions in unit coordinates. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  private grid: PointGrid | null = null;
  private core: View | null = null;

  constructor(x: Float32Array, y: Float32Array) {
    this.map = { x, y };
    this.frame = frameOf(x, y);
    const unit = toUnit(this.frame, x, y);
    this.x = unit.x;
    this.y = unit.y;
  }

  /** Returns a view of all points, or of some of them. */
  viewOf(indices: Uint32Array | null): View {
    const { x, y } = this;
    return indices && indices.length > 0 ? wholeView(pick(x, indices), pick(y, indices)) : wholeView(x, y);
  }

  /** Returns a view without the outermost points. */
  coreView(): View {
    this.core ??= coreView(this.x, this.y);
    return this.core;
  }

  /** Returns the index of the point closest to a position within a radius, in unit coordinates; null if there is none. */
  nearest(position: Position, radius: number): number | null {
    this.grid ??= pointGrid(this.x, this.y);
    return nearestPoint(this.grid, position, radius);
  }
}

const pick = (values: Float32Array, indices: Uint32Array) => Float32Array.from(indices, (i) => values[i] ?? Number.NaN);
