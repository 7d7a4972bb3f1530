import type { Layout } from '../../shared/contract/jobs.ts';
import { categoryColour, type MapPalette } from '../components/map-palette.ts';
import { type CanvasSize, cameraBelow, toScreen } from './camera.ts';
import { coreView, frameOf, toUnit } from './frame.ts';
import { pointSize } from './point-size.ts';
import { OPACITY } from './point-style.ts';

/** Draws the points of a layout on a canvas. Nearly all points fit into the canvas; outliers may be outside. */
export function drawLayout(
  context: CanvasRenderingContext2D,
  size: CanvasSize,
  { x, y, cluster }: Layout,
  palette: MapPalette,
): void {
  context.canvas.width = Math.round(size.width * devicePixelRatio);
  context.canvas.height = Math.round(size.height * devicePixelRatio);
  context.scale(devicePixelRatio, devicePixelRatio);
  context.globalAlpha = OPACITY;
  const unit = toUnit(frameOf(x, y), x, y);
  const camera = cameraBelow(coreView(unit.x, unit.y), size, 0);
  const radius = pointSize(x.length, camera) / 2;
  for (const [i, id] of cluster.entries()) {
    const [left, top] = toScreen(camera, size, [unit.x[i]!, unit.y[i]!]);
    context.fillStyle = categoryColour(palette, id);
    context.beginPath();
    context.arc(left, top, radius, 0, 2 * Math.PI);
    context.fill();
  }
}
