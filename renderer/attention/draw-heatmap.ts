import { type HeatColours, heatColour, normalisedWeight } from './heat-colours.ts';
import type { HeatLayout } from './heatmap-layout.ts';
import type { Head } from './weights.ts';

/**
 * Draws a head's weights and labels on a canvas of the layout's size; `scale` is the number of device pixels per CSS
 * pixel.
 */
export function drawHeatmap(
  canvas: HTMLCanvasElement,
  layout: HeatLayout,
  head: Head,
  labels: readonly string[],
  colours: HeatColours,
  scale: number,
): void {
  canvas.width = Math.round(layout.width * scale);
  canvas.height = Math.round(layout.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = colours.background;
  context.fillRect(0, 0, layout.width, layout.height);
  drawCells(context, layout, head, colours);
  drawLabels(context, layout, labels, colours);
}

function drawCells(context: CanvasRenderingContext2D, layout: HeatLayout, head: Head, colours: HeatColours): void {
  const { left, top, cell, size } = layout;
  const gap = cell > 8 ? 1 : 0;
  for (let from = 0; from < size; from++) {
    for (let to = 0; to < size; to++) {
      context.fillStyle = heatColour(colours, normalisedWeight(head.weights[from * size + to]!, head));
      context.fillRect(left + to * cell, top + from * cell, cell - gap, cell - gap);
    }
  }
  context.strokeStyle = colours.line;
  context.strokeRect(left - 0.5, top - 0.5, size * cell + 1, size * cell + 1);
}

function drawLabels(
  context: CanvasRenderingContext2D,
  { left, top, cell, labelStep: every, fontSize: font }: HeatLayout,
  labels: readonly string[],
  colours: HeatColours,
): void {
  context.font = `${font}px ${getComputedStyle(document.body).fontFamily}`;
  context.fillStyle = colours.text;
  context.textBaseline = 'middle';
  labels.forEach((label, i) => {
    if (i % every !== 0) return;
    const shortLabel = truncate(context, label, left - 10);
    const middle = i * cell + cell / 2;
    context.textAlign = 'right';
    context.fillText(shortLabel, left - 6, top + middle);
    context.save();
    context.translate(left + middle, top - 6);
    context.rotate(-Math.PI / 2);
    context.textAlign = 'left';
    context.fillText(shortLabel, 0, 0);
    context.restore();
  });
}

function truncate(context: CanvasRenderingContext2D, label: string, width: number): string {
  if (context.measureText(label).width <= width) return label;
  let end = label.length;
  while (end > 1 && context.measureText(`${label.slice(0, end)}…`).width > width) end--;
  return `${label.slice(0, end)}…`;
}
