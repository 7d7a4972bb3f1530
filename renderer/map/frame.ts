/** Bounding square of a map's points: one scale for both axes, so that distances are preserved. */
export interface Frame {
  centreX: number;
  centreY: number;
  /** Half the longer side; never 0. */
  half: number;
}

/** A region of the map in the scatterplot's coordinates: its centre, and half its width and height. */
export interface View {
  x: number;
  y: number;
  halfWidth: number;
  halfHeight: number;
}

/** Margin around the points, as a factor of their extent. */
const MARGIN = 1.1;
/** Fraction of the points at either end of an axis that the initial view may leave out. */
const OUTLIER_SHARE = 0.02;

/** Returns the frame of a map's points. Points that are not finite are ignored. */
export function frameOf(x: Float32Array, y: Float32Array): Frame {
  const [left, right] = extent(x, 0);
  const [low, high] = extent(y, 0);
  const half = Math.max(right - left, high - low) / 2 || 1;
  return { centreX: (left + right) / 2, centreY: (low + high) / 2, half };
}

/** Converts the map's coordinates to [-1, 1], as the scatterplot draws them. */
export function toUnit({ centreX, centreY, half }: Frame, x: Float32Array, y: Float32Array) {
  return { x: x.map((value) => (value - centreX) / half), y: y.map((value) => (value - centreY) / half) };
}

/** Converts a point from the scatterplot's coordinates to the map's. */
export function fromUnit({ centreX, centreY, half }: Frame, [x, y]: readonly [number, number]): [number, number] {
  return [x * half + centreX, y * half + centreY];
}

/** Returns a view of all points; coordinates are the scatterplot's. */
export function wholeView(x: Float32Array, y: Float32Array): View {
  return viewOf(extent(x, 0), extent(y, 0));
}

/** Returns a view without the outermost points, so that outliers do not shrink the rest. */
export function coreView(x: Float32Array, y: Float32Array): View {
  return viewOf(extent(x, OUTLIER_SHARE), extent(y, OUTLIER_SHARE));
}

/**
 * Returns the camera distance at which a view fills a window of an aspect ratio (width / height); 1 shows a height of
 * 2.
 */
export function fitDistance({ halfWidth, halfHeight }: View, aspect: number): number {
  return Math.max(halfWidth / aspect, halfHeight, 0.02) * MARGIN;
}

function viewOf([left, right]: readonly [number, number], [low, high]: readonly [number, number]): View {
  return { x: (left + right) / 2, y: (low + high) / 2, halfWidth: (right - left) / 2, halfHeight: (high - low) / 2 };
}

/**
 * Returns the range of the finite values. A positive `share` trims that fraction of them at either end, then pads by a
 * tenth of the trimmed range, within the full range.
 */
function extent(values: Float32Array, share: number): readonly [number, number] {
  if (share === 0) return fullExtent(values);
  const sorted = values.filter(Number.isFinite).sort();
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  if (sorted.length === 0) return [first, last];
  const skip = Math.floor(share * sorted.length);
  const [low, high] = [sorted[skip]!, sorted[sorted.length - 1 - skip]!];
  const padding = 0.1 * (high - low);
  return [Math.max(first, low - padding), Math.min(last, high + padding)];
}

/** Returns the range of the finite values; zeros if there are none. */
function fullExtent(values: Float32Array): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 0];
}
