import type { MapPalette } from '../components/map-palette.ts';
import { svgElement } from '../components/svg-element.ts';
import { type PictureEntry, type SvgPicture, svgFile, svgPng } from '../components/svg-picture.ts';
import { textWidth } from '../components/text-width.ts';
import type { Colouring } from './colouring.ts';
import { LABEL_HEIGHT, LABEL_WIDTH, labelFont, labelPlaces, labelWidths } from './label-places.ts';
import type { MapLabel } from './map-label.ts';
import { pointPaths } from './point-paths.ts';
import type { Position } from './position.ts';
import type { Scatter } from './scatter.ts';

/** Content of a picture of a map. */
export interface MapContent {
  scatter: Scatter;
  colouring: Colouring;
  palette: MapPalette;
  labels: readonly MapLabel[];
  lassos: readonly (readonly Position[])[];
  /** Title and entries of the legend. */
  title: string;
  legend: readonly PictureEntry[];
}

/** Returns the visible part of a map as an SVG file. */
export const mapSvg = (content: MapContent): Blob => svgFile(pictureOf(content));

/** Returns the visible part of a map as a PNG file. Rejects if it cannot be drawn. */
export const mapPng = (content: MapContent): Promise<Blob> => svgPng(pictureOf(content));

function pictureOf(content: MapContent): SvgPicture {
  const { scatter, colouring, palette, lassos, title, legend } = content;
  const points = scatter.screenPoints();
  if (!points) throw new Error('the map is not drawn yet');
  const { width, height, diameter } = points;
  const paths = pointPaths(points, colouring, palette.none).map(({ d, colour, opacity }) =>
    svgElement('path', {
      d,
      stroke: colour,
      'stroke-opacity': opacity,
      'stroke-width': diameter,
      'stroke-linecap': 'round',
    }),
  );
  const areas = lassos.map((polygon) =>
    svgElement('polygon', {
      points: polygon.flatMap((corner) => scatter.screenPlace(corner)?.join() ?? []).join(' '),
      fill: palette.lasso,
      'fill-opacity': 0.08,
      stroke: palette.lasso,
      'stroke-width': 1.5,
      'stroke-dasharray': '5 4',
    }),
  );
  const frame = svgElement('svg', { width, height, overflow: 'hidden' }, [
    ...paths,
    ...areas,
    ...labelElements(content, width, height),
  ]);
  const svg = svgElement('svg', { width, height }, [frame]);
  return { svg, title, legend, background: palette.background, text: palette.ring };
}

/** Draws the labels that fit, each with a halo against the points behind it. */
function labelElements({ scatter, labels, palette }: MapContent, width: number, height: number): SVGElement[] {
  const view = { width, height, obstacles: [], active: null };
  const places = labelPlaces(scatter, labels, labelWidths(labels), view);
  return labels.flatMap(({ key, text, colour }) => {
    const place = places.get(key);
    if (!place) return [];
    const middle = LABEL_HEIGHT / 2;
    const left = colour === null ? 7 : 21;
    const style = { 'font-size': 13, 'font-weight': 600, 'paint-order': 'stroke', 'stroke-linejoin': 'round' };
    const halo = { stroke: palette.background, 'stroke-width': 4 };
    const name = svgElement('text', { x: left, y: middle, dy: '0.32em', ...style, ...halo }, [shortened(text)]);
    const swatch = colour === null ? [] : [svgElement('circle', { cx: 11, cy: middle, r: 4, fill: colour })];
    return [svgElement('g', { transform: `translate(${place.left},${place.top})` }, [...swatch, name])];
  });
}

/** Truncates the text of a label to the maximum width. */
function shortened(text: string): string {
  const font = labelFont();
  const fits = (part: string) => textWidth(part, font) <= LABEL_WIDTH - LABEL_HEIGHT;
  if (fits(text)) return text;
  const characters = [...text];
  while (characters.length > 1 && !fits(`${characters.join('')}…`)) characters.pop();
  return `${characters.join('')}…`;
}
