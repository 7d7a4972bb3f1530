/** Positions of a heatmap's cells and labels, in pixels. */
export interface HeatLayout {
  width: number;
  height: number;
  /** The upper left corner of the cells. */
  left: number;
  top: number;
  cell: number;
  size: number;
  /** A label is drawn at every n-th position, where not all fit. */
  labelStep: number;
  fontSize: number;
}

const GAP = 12;
const MAX_LABEL_WIDTH = 190;
const MIN_CELL = 4;
const MAX_CELL = 34;
const MAX_FONT = 12;
const MIN_FONT = 8;

/**
 * Fits a square of `size` × `size` cells into a width, with labels at the left (queries) and above (keys, written
 * upwards). `measure` returns a label's width at a font size of 12 pixels.
 */
export function heatLayout(labels: readonly string[], width: number, measure: (label: string) => number): HeatLayout {
  const size = labels.length;
  const widest = Math.min(MAX_LABEL_WIDTH, Math.max(0, ...labels.map(measure)));
  const left = Math.ceil(widest) + GAP;
  const cell = Math.max(MIN_CELL, Math.min(MAX_CELL, Math.floor((width - left - GAP) / Math.max(1, size))));
  const side = cell * size;
  // Smaller letters before fewer labels.
  const fontSize = Math.max(MIN_FONT, Math.min(MAX_FONT, cell - 1));
  return {
    width: left + side + GAP,
    height: left + side + GAP,
    left,
    top: left,
    cell,
    size,
    labelStep: Math.max(1, Math.ceil((fontSize + 1) / cell)),
    fontSize,
  };
}

/** Returns the cell at a point of the heatmap; null outside of the cells. */
export function cellAt(
  { left, top, cell, size }: HeatLayout,
  x: number,
  y: number,
): { from: number; to: number } | null {
  const to = Math.floor((x - left) / cell);
  const from = Math.floor((y - top) / cell);
  return from >= 0 && to >= 0 && from < size && to < size ? { from, to } : null;
}
