import type { Camera } from './camera.ts';
import { type Frame, fromUnit } from './frame.ts';

/** The visible part of a map as an address holds it: its centre in the map's coordinates, and the magnification. */
export interface MapView {
  x: number;
  y: number;
  /** 1 shows the whole height of the map's frame. */
  zoom: number;
}

/** Returns what a camera shows. */
export function mapViewOf(frame: Frame, { x, y, distance }: Camera): MapView {
  const [mapX, mapY] = fromUnit(frame, [x, y]);
  return { x: mapX, y: mapY, zoom: 1 / distance };
}

/** Returns the camera of a view; the inverse of `mapViewOf`. */
export function cameraOf({ centreX, centreY, half }: Frame, { x, y, zoom }: MapView): Camera {
  return { x: (x - centreX) / half, y: (y - centreY) / half, distance: 1 / zoom };
}
