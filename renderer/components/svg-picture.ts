/** Image pixels per CSS pixel. */
const SCALE = 2;

/** A legend entry of an exported chart. */
interface LegendEntry {
  readonly name: string;
  readonly colour: string;
}

export interface SvgPicture {
  readonly svg: SVGSVGElement;
  readonly legend: readonly LegendEntry[];
  readonly background: string;
  readonly text: string;
}

const LEGEND_HEIGHT = 32;
const SVG = 'http://www.w3.org/2000/svg';

/** Returns an SVG element of the page as a file, with its computed styles inlined and a legend above it. */
export function svgFile({ svg, legend, background, text }: SvgPicture): Blob {
  const { width, height } = svg.getBoundingClientRect();
  const file = document.createElementNS(SVG, 'svg');
  const total = height + LEGEND_HEIGHT;
  setAll(file, { xmlns: SVG, width, height: total, viewBox: `0 0 ${width} ${total}` });
  setAll(file, { 'font-family': getComputedStyle(document.body).fontFamily, 'font-size': 12 });
  file.append(element('rect', { width, height: total, fill: background }));
  let left = 8;
  for (const { name, colour } of legend) {
    const label = element('text', { x: left + 18, y: 20, fill: text });
    label.textContent = name;
    file.append(element('rect', { x: left, y: 10, width: 12, height: 12, rx: 3, fill: colour }), label);
    left += 34 + 8 * [...name].length;
  }
  const plot = element('g', { transform: `translate(0,${LEGEND_HEIGHT})` });
  for (const child of svg.children) plot.append(child.cloneNode(true));
  for (const label of plot.querySelectorAll('text')) {
    label.removeAttribute('class');
    label.setAttribute('fill', text);
  }
  file.append(plot);
  return new Blob([new XMLSerializer().serializeToString(file)], { type: 'image/svg+xml' });
}

/** Returns an SVG element of the page as a PNG file. Rejects if it cannot be drawn. */
export async function svgPng(picture: SvgPicture): Promise<Blob> {
  const address = URL.createObjectURL(svgFile(picture));
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

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  return setAll(document.createElementNS(SVG, name), attributes);
}

function setAll<E extends Element>(target: E, attributes: Readonly<Record<string, string | number>>): E {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, String(value));
  return target;
}
