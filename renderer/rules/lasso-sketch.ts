import { frameOf } from '../map/frame.ts';
import type { Position } from '../map/position.ts';

/** Small drawing of a map. */
export interface Sketch {
  /** Data of an SVG path. Each point is a line of length 0. */
  points: string;
  /** Converts a position on the map to pixels from the upper left corner. */
  toPixels: (place: Position) => Position;
  /** The inverse of `toPixels`. */
  toMap: (pixels: Position) => Position;
}

/** Maximum number of points drawn; of larger maps, every n-th point. */
const MAX_POINTS = 2000;
const MARGIN = 6;

/** Fits the points of a map into a drawing of the given size in pixels. */
export function sketchOf(
  { x, y }: { x: Float32Array; y: Float32Array },
  { width, height }: { width: number; height: number },
): Sketch {
  const { centreX, centreY, half } = frameOf(x, y);
  const scale = (Math.min(width, height) / 2 - MARGIN) / half;
  const toPixels = ([mapX, mapY]: Position): Position => [
    width / 2 + (mapX - centreX) * scale,
    height / 2 - (mapY - centreY) * scale,
  ];
  const step = Math.ceil(x.length / MAX_POINTS);
  const parts: string[] = [];
  for (let i = 0; i < x.length; i += step) {
    const [left, top] = toPixels([x[i]!, y[i]!]);
    if (Number.isFinite(left) && Number.isFinite(top)) parts.push(`M${left.toFixed(1)} ${top.toFixed(1)}h0`);
  }
  return {
    points: parts.join(''),
    toPixels,
    toMap: ([left, top]) => [centreX + (left - width / 2) / scale, centreY - (top - height / 2) / scale],
  };
}
