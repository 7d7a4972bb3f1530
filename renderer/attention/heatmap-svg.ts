import { type HeatColours, heatColour, normalisedWeight } from './heat-colours.ts';
import type { HeatLayout } from './heatmap-layout.ts';
import type { Head } from './weights.ts';

/** Returns the heatmap as an SVG document. */
export function heatmapSvg(
  { width, height, left, top, cell, size, labelStep: every, fontSize: font }: HeatLayout,
  head: Head,
  labels: readonly string[],
  colours: HeatColours,
): string {
  const gap = cell > 8 ? 1 : 0;
  const cells = Array.from(head.weights, (weight, i) => {
    const x = left + (i % size) * cell;
    const y = top + Math.floor(i / size) * cell;
    const fill = heatColour(colours, normalisedWeight(weight, head));
    return `<rect x="${x}" y="${y}" width="${cell - gap}" height="${cell - gap}" fill="${fill}"/>`;
  });
  const texts = labels.flatMap((label, i) => {
    if (i % every !== 0) return [];
    const middle = i * cell + cell / 2;
    const text = escapeXml(truncate(label, Math.floor((left - 10) / (font * 0.55))));
    return [
      `<text x="${left - 6}" y="${top + middle}" text-anchor="end" dominant-baseline="central">${text}</text>`,
      `<text transform="translate(${left + middle} ${top - 6}) rotate(-90)" dominant-baseline="central">${text}</text>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours.background}"/>`,
    ...cells,
    `<g font-family="sans-serif" font-size="${font}" fill="${colours.text}">`,
    ...texts,
    '</g></svg>',
  ].join('\n');
}

function truncate(label: string, maxLength: number): string {
  return label.length <= maxLength ? label : `${label.slice(0, Math.max(1, maxLength - 1))}…`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
