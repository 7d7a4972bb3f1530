/** Where the points of a map lie: one scale for both axes, so that distances keep their meaning. */
export interface Frame {
  centreX: number;
  centreY: number;
  /** Half the longer side; never 0. */
  half: number;
}

/** A part of the map in the scatterplot's coordinates: its centre, and half its width and height. */
export interface View {
  x: number;
  y: number;
  wide: number;
  tall: number;
}

/** Room around the points, as a factor of their extent. */
const MARGIN = 1.1;
/** The share of the points at either end of an axis that the first view may leave out. */
const OUTER = 0.02;

/** The frame of a map's points. Points that are not finite are left out. */
export function frameOf(x: Float32Array, y: Float32Array): Frame {
  const [left, right] = ends(x, 0);
  const [low, high] = ends(y, 0);
  const half = Math.max(right - left, high - low) / 2 || 1;
  return { centreX: (left + right) / 2, centreY: (low + high) / 2, half };
}

/** The map's coordinates in [-1, 1], as the scatterplot draws them. */
export function toUnit({ centreX, centreY, half }: Frame, x: Float32Array, y: Float32Array) {
  return { x: x.map((value) => (value - centreX) / half), y: y.map((value) => (value - centreY) / half) };
}

/** A point of the scatterplot in the map's coordinates. */
export function fromUnit({ centreX, centreY, half }: Frame, [x, y]: readonly [number, number]): [number, number] {
  return [x * half + centreX, y * half + centreY];
}

/** All points, given in the scatterplot's coordinates. */
export function wholeView(x: Float32Array, y: Float32Array): View {
  return viewOf(ends(x, 0), ends(y, 0));
}

/** The points but for a few that lie far out, so that these do not make all others small. */
export function coreView(x: Float32Array, y: Float32Array): View {
  return viewOf(ends(x, OUTER), ends(y, OUTER));
}

/** The distance from which a view fills a window of an aspect (width / height); 1 shows a height of 2. */
export function fitDistance({ wide, tall }: View, aspect: number): number {
  return Math.max(wide / aspect, tall, 0.02) * MARGIN;
}

function viewOf([left, right]: readonly [number, number], [low, high]: readonly [number, number]): View {
  return { x: (left + right) / 2, y: (low + high) / 2, wide: (right - left) / 2, tall: (high - low) / 2 };
}

/** Between which values the finite ones lie, but for a share of them at either end; a little more than that share allows. */
function ends(values: Float32Array, share: number): readonly [number, number] {
  const sorted = values.filter(Number.isFinite).sort();
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  if (share === 0 || sorted.length === 0) return [first, last];
  const skip = Math.floor(share * sorted.length);
  const [low, high] = [sorted[skip]!, sorted[sorted.length - 1 - skip]!];
  const more = 0.1 * (high - low);
  return [Math.max(first, low - more), Math.min(last, high + more)];
}
