import { mix } from '../components/map-palette.ts';
import type { Colouring } from './colouring.ts';
import { FADED_OPACITY, FADED_TINT, OPACITY } from './point-style.ts';

/** The points of a map on its canvas. Positions and the diameter are in pixels. */
export interface ScreenPoints {
  width: number;
  height: number;
  x: Float32Array;
  y: Float32Array;
  diameter: number;
  /** Indices of all points in drawing order. */
  order: Uint32Array;
  /** Highlighted points, which are not faded; null if no points are faded. */
  highlighted: Uint32Array | null;
}

/** Points of one colour as the data of an SVG path. Each point is a line of length 0. */
export interface PointPath {
  d: string;
  colour: string;
  opacity: number;
}

type Colours = Pick<Colouring, 'codes' | 'colours'>;

/**
 * Returns the visible points as paths in drawing order, one per colour. Of points with the same colour and the same
 * position to a tenth of a pixel, only one is drawn.
 */
export function pointPaths(points: ScreenPoints, { codes, colours }: Colours, fadedColour: string): PointPath[] {
  const { order, highlighted } = points;
  if (!highlighted) return pathsOf(points, order, { codes, colours }, OPACITY);
  const pale = colours.map((colour) => mix(colour, fadedColour, FADED_TINT));
  return [
    ...pathsOf(points, order, { codes, colours: pale }, FADED_OPACITY),
    ...pathsOf(points, highlighted, { codes, colours }, 1),
  ];
}

function pathsOf(points: ScreenPoints, indices: Uint32Array, { codes, colours }: Colours, opacity: number) {
  const dots = new Map<number, Set<string>>();
  for (const index of indices) {
    const [x, y] = [points.x[index] ?? Number.NaN, points.y[index] ?? Number.NaN];
    if (!isVisible(points, x, y)) continue;
    const code = codes[index] ?? 0;
    const ofColour = dots.get(code) ?? new Set<string>();
    dots.set(code, ofColour.add(`M${tenths(x)} ${tenths(y)}h0`));
  }
  return Array.from(dots, ([code, ofColour]): PointPath => {
    return { d: [...ofColour].join(''), colour: colours[code] ?? '', opacity };
  });
}

/** Whether a point is at least partly on the canvas; false for a point without a position. */
function isVisible({ width, height, diameter }: ScreenPoints, x: number, y: number): boolean {
  const radius = diameter / 2;
  return x > -radius && x < width + radius && y > -radius && y < height + radius;
}

const tenths = (pixels: number) => Math.round(10 * pixels) / 10;
