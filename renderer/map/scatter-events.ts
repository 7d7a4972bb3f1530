import type { LassoEffect } from './gestures.ts';
import type { Position } from './position.ts';

export interface ScatterEvents {
  /** The point under the pointer, by its index; null if there is none. */
  onHover(index: number | null): void;
  onClick(index: number): void;
  /** The lasso as it is drawn, in pixels from the canvas's upper left corner; null when it ends. */
  onLassoPath(path: readonly Position[] | null): void;
  /** Called when a lasso has been drawn, with its vertices in map coordinates. */
  onLasso(polygon: Position[], effect: LassoEffect): void;
  /** Called when the selection is cleared with Escape or a double click. */
  onClear(): void;
  /** Called when the screen positions of the points have changed. */
  onView(): void;
  /** Called when the user moves the view, directly or with a button. */
  onMove(): void;
}

/** Listener that does nothing. */
export const IGNORED: ScatterEvents = {
  onHover() {},
  onClick() {},
  onLassoPath() {},
  onLasso() {},
  onClear() {},
  onView() {},
  onMove() {},
};
