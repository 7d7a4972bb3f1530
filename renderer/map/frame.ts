/** Where the points of a map lie: one scale for both axes, so that distances keep their meaning. */
export interface Frame {
  centreX: number;
  centreY: number;
  /** Half the longer side, with a margin; never 0. */
  half: number;
}

const MARGIN = 1.06;

/** The frame of a map's points. Points that are not finite are left out. */
export function frameOf(x: Float32Array, y: Float32Array): Frame {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    const [px, py] = [x[i]!, y[i]!];
    if (!Number.isFinite(px) || !Number.isFinite(py)) continue;
    left = Math.min(left, px);
    right = Math.max(right, px);
    low = Math.min(low, py);
    high = Math.max(high, py);
  }
  if (left > right) return { centreX: 0, centreY: 0, half: 1 };
  const half = (Math.max(right - left, high - low) / 2) * MARGIN;
  return { centreX: (left + right) / 2, centreY: (low + high) / 2, half: half || 1 };
}

/** The map's coordinates in [-1, 1], as the scatterplot draws them. */
export function toUnit({ centreX, centreY, half }: Frame, x: Float32Array, y: Float32Array) {
  return { x: x.map((value) => (value - centreX) / half), y: y.map((value) => (value - centreY) / half) };
}

/** A point of the scatterplot in the map's coordinates. */
export function fromUnit({ centreX, centreY, half }: Frame, [x, y]: readonly [number, number]): [number, number] {
  return [x * half + centreX, y * half + centreY];
}
