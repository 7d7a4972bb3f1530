import type { MapPalette } from '../components/map-palette.ts';
import type { Camera } from './camera.ts';
import { type Colouring, drawingOrder, inOrder } from './colouring.ts';
import { areEqual } from './equal-arrays.ts';
import { Painter } from './painter.ts';
import { PointsLayer } from './points-layer.ts';
import { pointColours, rgbOf } from './rgb.ts';

/** Where points are drawn from, and how large. */
interface DrawingView {
  readonly camera: Camera;
  /** Diameter of a point, in CSS pixels. */
  readonly size: number;
}

type Channels = [number, number, number];

/** Number of points up to which they are drawn within a frame, also without a GPU. */
const FEW_POINTS = 20_000;

/** What is drawn on the canvas of a scatterplot: points with their colours, the highlighted ones, and rings. */
export class PointsDrawing {
  private readonly canvas: HTMLCanvasElement;
  private readonly view: () => DrawingView;
  private readonly lifetime = new AbortController();
  private layer!: PointsLayer;
  private painter!: Painter;
  private positions: { x: Float32Array; y: Float32Array } | null = null;
  private colours: Pick<Colouring, 'codes' | 'colours' | 'behind'> | null = null;
  private rgb: Uint8Array = new Uint8Array(0);
  private faded: Channels = [0, 0, 0];
  private ring: Channels = [0, 0, 0];
  private rings: readonly number[] = [];
  /** Indices of all points in the order in which they are drawn. */
  order: Uint32Array = new Uint32Array(0);
  /** Points that stay opaque while the others fade; null if all are drawn alike. */
  highlighted: Uint32Array | null = null;

  /** Calls `view` whenever it draws. Throws an Error if the canvas has no WebGL 2. */
  constructor(canvas: HTMLCanvasElement, view: () => DrawingView) {
    this.canvas = canvas;
    this.view = view;
    this.createPainter();
    const { signal } = this.lifetime;
    // A lost context is restored by the browser only if the default is prevented.
    canvas.addEventListener('webglcontextlost', (event) => event.preventDefault(), { signal });
    canvas.addEventListener('webglcontextrestored', () => this.restore(), { signal });
  }

  /** Places points in unit coordinates; none of them is highlighted. */
  setPositions(x: Float32Array, y: Float32Array): void {
    this.positions = { x, y };
    this.highlighted = null;
    this.layer.setPositions(x, y);
  }

  /** Colours the points: point i gets `colours[codes[i]]`. Those of the first `behind` colours are drawn first. */
  setColours(colouring: Pick<Colouring, 'codes' | 'colours' | 'behind'>): void {
    if (colouring === this.colours) return;
    this.colours = colouring;
    const rgb = pointColours(colouring.codes, colouring.colours);
    const order = drawingOrder(colouring);
    if (areEqual(rgb, this.rgb) && areEqual(order, this.order)) return;
    this.rgb = rgb;
    this.order = order;
    this.layer.setColours(rgb, order);
    this.highlight(this.highlighted);
  }

  /** Highlights some points by fading the others, all of them if the list is empty; null fades none. */
  highlight(indices: Uint32Array | null): void {
    this.highlighted = indices && inOrder(indices, this.order);
    this.requestFrame();
  }

  /** Draws rings around points, in place of earlier ones. */
  setRings(points: readonly number[]): void {
    this.rings = points;
    this.requestFrame();
  }

  /** Sets the colours of the rings, of faded points and behind all points. */
  setPalette({ ring, none, background }: Pick<MapPalette, 'ring' | 'none' | 'background'>): void {
    this.canvas.style.background = background;
    this.ring = channelsOf(ring);
    this.faded = channelsOf(none);
    this.requestFrame();
  }

  /** Sets the size of the canvas, in CSS pixels; returns false, and does not clear it, if it has this size. */
  resize(width: number, height: number): boolean {
    const { canvas } = this;
    const [pixelWidth, pixelHeight] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
    if (canvas.width === pixelWidth && canvas.height === pixelHeight) return false;
    canvas.width = pixelWidth;
    canvas.height = pixelHeight;
    this.painter.showAgain();
    this.requestFrame();
    return true;
  }

  requestFrame(): void {
    this.painter.request();
  }

  destroy(): void {
    this.lifetime.abort();
    this.painter.destroy();
    this.layer.destroy();
  }

  private createPainter(): void {
    const gl = contextOf(this.canvas);
    this.layer = new PointsLayer(gl);
    this.painter = new Painter(gl, { render: () => this.render(), isLarge: () => this.order.length > FEW_POINTS });
  }

  private restore(): void {
    this.painter.destroy();
    this.createPainter();
    if (this.positions) this.layer.setPositions(this.positions.x, this.positions.y);
    this.layer.setColours(this.rgb, this.order);
    this.requestFrame();
  }

  private render(): void {
    const { highlighted, rings, ring, faded } = this;
    const { camera, size } = this.view();
    this.layer.render(camera, { size, highlighted, rings, ring, faded });
  }
}

const channelsOf = (colour: string) => rgbOf(colour).map((channel) => channel / 255) as Channels;

function contextOf(canvas: HTMLCanvasElement): WebGL2RenderingContext {
  const gl = canvas.getContext('webgl2', { antialias: false, depth: false });
  if (!gl) throw new Error('This window has no WebGL 2.');
  return gl;
}
