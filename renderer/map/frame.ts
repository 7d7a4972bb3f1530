/** Where the points of a map lie: one scale for both axes, so that distances keep their meaning. */
export interface Frame {
  centreX: number;
  centreY: number;
  /** Half the longer side; never 0. */
  half: number;
  /** Its width and height, as shares of the longer side. */
  wide: number;
  tall: number;
}

/** Room around the points, as a factor of their extent. */
const MARGIN = 1.1;

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
  if (left > right) return { centreX: 0, centreY: 0, half: 1, wide: 1, tall: 1 };
  const half = Math.max(right - left, high - low) / 2 || 1;
  return {
    centreX: (left + right) / 2,
    centreY: (low + high) / 2,
    half,
    wide: (right - left) / 2 / half,
    tall: (high - low) / 2 / half,
  };
}

/** The distance from which all points are seen in a window of an aspect (width / height): 1 shows a height of 2. */
export function fitDistance({ wide, tall }: Frame, aspect: number): number {
  return Math.max(wide / aspect, tall, 0.1) * MARGIN;
}

/** The map's coordinates in [-1, 1], as the scatterplot draws them. */
export function toUnit({ centreX, centreY, half }: Frame, x: Float32Array, y: Float32Array) {
  return { x: x.map((value) => (value - centreX) / half), y: y.map((value) => (value - centreY) / half) };
}

/** A point of the scatterplot in the map's coordinates. */
export function fromUnit({ centreX, centreY, half }: Frame, [x, y]: readonly [number, number]): [number, number] {
  return [x * half + centreX, y * half + centreY];
}
