import { textWidth } from '../components/text-width.ts';
import type { MapLabel } from './map-label.ts';
import { type Box, type PlacedLabel, placeLabels } from './place-labels.ts';
import type { Scatter } from './scatter.ts';

/** Height and maximum width of a label, in pixels. */
export const LABEL_HEIGHT = 24;
export const LABEL_WIDTH = 230;
/** Width of a label without its text (padding, colour swatch and gap), in pixels. */
const PADDING = 28;

/** Returns the CSS font of labels. */
export const labelFont = () => `600 13px ${getComputedStyle(document.body).fontFamily}`;

/** Returns the widths of labels by key, in pixels. */
export function labelWidths(labels: readonly MapLabel[]): Map<number, number> {
  const font = labelFont();
  return new Map(labels.map(({ key, text }) => [key, Math.min(LABEL_WIDTH, textWidth(text, font) + PADDING)]));
}

/** Returns the positions of labels by key: as many as fit without overlapping each other or the obstacles. */
export function labelPlaces(
  scatter: Scatter,
  labels: readonly MapLabel[],
  widths: ReadonlyMap<number, number>,
  {
    width,
    height,
    obstacles,
    active,
  }: { width: number; height: number; obstacles: readonly Box[]; active: number | null },
): Map<number, PlacedLabel> {
  const candidates = labels.flatMap(({ key, point, weight, selected }) => {
    const position = scatter.screenPosition(point);
    if (!position) return [];
    const priority = key === active || selected ? Infinity : weight;
    return [
      { key, x: position[0], y: position[1], width: widths.get(key) ?? 0, height: LABEL_HEIGHT, weight: priority },
    ];
  });
  return new Map(placeLabels(candidates, { width, height }, obstacles).map((place) => [place.key, place]));
}
