/** Where a heatmap and its labels stand, in pixels. */
export interface HeatLayout {
  width: number;
  height: number;
  /** The upper left corner of the cells. */
  left: number;
  top: number;
  cell: number;
  size: number;
  /** Every so many positions have a label, where all would not fit. */
  every: number;
  font: number;
}

const GAP = 12;
const LONGEST_LABEL = 190;
const SMALLEST_CELL = 4;
const LARGEST_CELL = 34;
const LINE = 13;

/**
 * Fits a square of `size` × `size` cells with labels at its left (what looks) and above it (what is looked at, written
 * upwards) into a width. `measure` gives a label's width at a font of 12 pixels.
 */
export function heatLayout(labels: readonly string[], width: number, measure: (label: string) => number): HeatLayout {
  const size = labels.length;
  const widest = Math.min(LONGEST_LABEL, Math.max(0, ...labels.map(measure)));
  const left = Math.ceil(widest) + GAP;
  const cell = Math.max(SMALLEST_CELL, Math.min(LARGEST_CELL, Math.floor((width - left - GAP) / Math.max(1, size))));
  const side = cell * size;
  return {
    width: left + side + GAP,
    height: left + side + GAP,
    left,
    top: left,
    cell,
    size,
    every: Math.max(1, Math.ceil(LINE / cell)),
    font: 12,
  };
}

/** The cell under a place of the heatmap; null outside of it. */
export function cellAt(
  { left, top, cell, size }: HeatLayout,
  x: number,
  y: number,
): { from: number; to: number } | null {
  const to = Math.floor((x - left) / cell);
  const from = Math.floor((y - top) / cell);
  return from >= 0 && to >= 0 && from < size && to < size ? { from, to } : null;
}
