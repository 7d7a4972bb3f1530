import type { Camera } from './camera.ts';

/**
 * Returns the diameter of a point, in pixels: 9 up to about 150 points, 2.5 from 100,000 on. It grows slowly as the
 * view zooms in.
 */
export function pointSize(points: number, { distance }: Camera): number {
  const base = Math.max(2.5, Math.min(9, 14 - 2.3 * Math.log10(Math.max(1, points))));
  return (base * Math.asinh(Math.max(1, 1 / distance))) / Math.asinh(1);
}
