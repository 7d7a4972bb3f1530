import { embeddedFont } from './embedded-font.ts';
import { legendRows } from './legend-rows.ts';
import { svgElement } from './svg-element.ts';
import { textWidth } from './text-width.ts';

/** Image pixels per CSS pixel. */
const SCALE = 2;

/** A legend entry of an exported picture. */
export interface PictureEntry {
  readonly name: string;
  readonly colour: string;
}

export interface SvgPicture {
  /** The drawing. Its attributes `width` and `height` are in pixels. */
  readonly svg: SVGSVGElement;
  /** Heading of the legend; by default none. */
  readonly title?: string;
  readonly legend: readonly PictureEntry[];
  readonly background: string;
  readonly text: string;
}

/** Font size, and width of an entry without its text (swatch and gaps), in pixels. */
const FONT_SIZE = 12;
const ENTRY_PADDING = 34;
const HEADING_HEIGHT = 24;

/** Returns an SVG element of the page as a file, with a legend above it. `style` is a style sheet for its texts. */
export function svgFile({ svg, title, legend, background, text }: SvgPicture, style?: string): Blob {
  const [width, height] = [svg.width.baseVal.value, svg.height.baseVal.value];
  const family = getComputedStyle(document.body).fontFamily;
  const widths = legend.map(({ name }) => ENTRY_PADDING + textWidth(name, `${FONT_SIZE}px ${family}`));
  const rows = legendRows(widths, width);
  const heading = title === undefined ? 0 : HEADING_HEIGHT;
  const top = heading + rows.height;
  const plot = svgElement(
    'g',
    { transform: `translate(0,${top})` },
    Array.from(svg.children, (child) => child.cloneNode(true)),
  );
  for (const label of plot.querySelectorAll('text')) {
    label.removeAttribute('class');
    label.setAttribute('fill', text);
  }
  const size = { width, height: top + height, viewBox: `0 0 ${width} ${top + height}` };
  const file = svgElement('svg', { ...size, 'font-family': family, 'font-size': FONT_SIZE }, [
    ...(style === undefined ? [] : [svgElement('style', {}, [style])]),
    svgElement('rect', { width, height: top + height, fill: background }),
    ...(title === undefined ? [] : [svgElement('text', { x: 8, y: 20, fill: text, 'font-weight': 600 }, [title])]),
    ...legend.map(({ name, colour }, i) => {
      const { left, top: row } = rows.places[i] ?? { left: 0, top: 0 };
      return svgElement('g', { transform: `translate(${left},${heading + row})` }, [
        svgElement('rect', { y: 6, width: 12, height: 12, rx: 3, fill: colour }),
        svgElement('text', { x: 18, y: 16, fill: text }, [name]),
      ]);
    }),
    plot,
  ]);
  return new Blob([new XMLSerializer().serializeToString(file)], { type: 'image/svg+xml' });
}

/** Returns an SVG element of the page as a PNG file. Rejects if it cannot be drawn. */
export async function svgPng(picture: SvgPicture): Promise<Blob> {
  const address = URL.createObjectURL(svgFile(picture, await embeddedFont()));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width * SCALE, image.height * SCALE);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(address);
  }
}
