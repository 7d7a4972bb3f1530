/** Maximum number of points of a thumbnail; more would not be distinguishable at its size. */
export const SKETCH_POINTS = 600;
/** Length of the longer side of a thumbnail. */
const SIDE = 255;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Drawing of a map in a square with sides of length `SIDE`. */
interface MapSketch {
  /** x, y and cluster of each point, interleaved. */
  readonly points: number[];
  /** Converts another point to the coordinates of the drawing. */
  place(point: Place): [x: number, y: number];
}

export function mapSketch(points: readonly (Place & { readonly cluster: number })[]): MapSketch {
  const left = Math.min(...points.map(({ x }) => x));
  const low = Math.min(...points.map(({ y }) => y));
  const span = Math.max(...points.map(({ x, y }) => Math.max(x - left, y - low))) || 1;
  const scale = (distance: number) => Math.min(SIDE, Math.max(0, Math.round((distance / span) * SIDE)));
  const place = ({ x, y }: Place): [number, number] => [scale(x - left), scale(y - low)];
  return { points: points.flatMap((point) => [...place(point), point.cluster]), place };
}
