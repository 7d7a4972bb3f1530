import { fitDistance, type View } from './frame.ts';
import type { Position } from './position.ts';

/** The visible part of the map: its centre and half its height, in unit coordinates. */
export interface Camera {
  x: number;
  y: number;
  distance: number;
}

/** Size of the canvas, in CSS pixels. */
export interface CanvasSize {
  width: number;
  height: number;
}

const MIN_DISTANCE = 1e-4;
const MAX_DISTANCE = 20;

/** Returns the camera that fits a view into a canvas. */
function cameraFor(view: View, { width, height }: CanvasSize): Camera {
  return { x: view.x, y: view.y, distance: fitDistance(view, height > 0 ? width / height : 1) };
}

/**
 * Returns the camera that fits a view into the part of a canvas below a strip of `strip` pixels, which takes at most a
 * third of it.
 */
export function cameraBelow(view: View, { width, height }: CanvasSize, strip: number): Camera {
  const top = Math.min(strip, height / 3);
  const part = { width, height: height - top };
  const { x, y, distance } = cameraFor(view, part);
  const unitsPerPixel = (2 * distance) / (part.height || 1);
  return { x, y: y + (top / 2) * unitsPerPixel, distance: (height / 2) * unitsPerPixel || distance };
}

/** Converts a point in unit coordinates to pixels from the canvas's upper left corner. */
export function toScreen({ x, y, distance }: Camera, { width, height }: CanvasSize, point: Position): Position {
  const scale = height / 2 / distance;
  return [width / 2 + (point[0] - x) * scale, height / 2 - (point[1] - y) * scale];
}

/** Converts pixels from the canvas's upper left corner to unit coordinates. */
export function fromScreen({ x, y, distance }: Camera, { width, height }: CanvasSize, pixel: Position): Position {
  const scale = distance / (height / 2 || 1);
  return [x + (pixel[0] - width / 2) * scale, y - (pixel[1] - height / 2) * scale];
}

/** Returns the camera after the content moves with the pointer by some pixels. */
export function panned(camera: Camera, { height }: CanvasSize, [dx, dy]: Position): Camera {
  const scale = camera.distance / (height / 2 || 1);
  return { ...camera, x: camera.x - dx * scale, y: camera.y + dy * scale };
}

/** Zooms in by a factor above 1, out by a factor below 1; the point under `pixel` keeps its place on the screen. */
export function zoomedAt(camera: Camera, size: CanvasSize, pixel: Position, factor: number): Camera {
  const distance = Math.max(MIN_DISTANCE, Math.min(MAX_DISTANCE, camera.distance / factor));
  const [x, y] = fromScreen(camera, size, pixel);
  const ratio = distance / camera.distance;
  return { x: x + (camera.x - x) * ratio, y: y + (camera.y - y) * ratio, distance };
}

/**
 * Returns a camera between two, `share` from 0 to 1 of the way. Distances are interpolated geometrically, so that the
 * zoom rate looks constant.
 */
export function cameraBetween(from: Camera, to: Camera, share: number): Camera {
  const distance = from.distance * (to.distance / from.distance) ** share;
  const span = to.distance - from.distance;
  // The centre follows the distance, so that a zoom about a fixed point keeps that point fixed.
  const moved = Math.abs(span) > 1e-9 ? (distance - from.distance) / span : share;
  return { x: from.x + (to.x - from.x) * moved, y: from.y + (to.y - from.y) * moved, distance };
}

/** Whether two cameras show the same picture on a canvas: no corner of it is more than half a pixel off. */
export function looksEqual(a: Camera, b: Camera, size: CanvasSize): boolean {
  const corners: Position[] = [
    [0, 0],
    [size.width, size.height],
  ];
  return corners.every((corner) => {
    const [x, y] = toScreen(b, size, fromScreen(a, size, corner));
    return Math.abs(x - corner[0]) <= 0.5 && Math.abs(y - corner[1]) <= 0.5;
  });
}
