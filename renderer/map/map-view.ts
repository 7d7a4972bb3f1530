import type { Camera } from './camera.ts';
import { type Frame, fromUnit } from './frame.ts';

/** The visible part of a map as stored in an address: its centre in map coordinates, and the magnification. */
export interface MapView {
  x: number;
  y: number;
  /** 1 shows the whole height of the map's frame. */
  zoom: number;
}

/** Returns the view of a camera. */
export function mapViewOf(frame: Frame, { x, y, distance }: Camera): MapView {
  const [mapX, mapY] = fromUnit(frame, [x, y]);
  return { x: mapX, y: mapY, zoom: 1 / distance };
}

/** Returns the camera of a view; the inverse of `mapViewOf`. */
export function cameraOf({ centreX, centreY, half }: Frame, { x, y, zoom }: MapView): Camera {
  return { x: (x - centreX) / half, y: (y - centreY) / half, distance: 1 / zoom };
}
