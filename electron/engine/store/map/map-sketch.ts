/** Number of points of a thumbnail; more are not told apart at its size. */
export const SKETCH_POINTS = 600;
/** Length of the longer side of a thumbnail. */
const SIDE = 255;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A picture of a map in a square of `SIDE`. */
interface MapSketch {
  /** x, y and cluster of points in turn. */
  readonly points: number[];
  /** Scales another point in the same way. */
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
