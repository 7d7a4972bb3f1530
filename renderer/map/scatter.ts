import type { MapPalette } from '../components/map-palette.ts';
import { type Camera, type CanvasSize, cameraBelow, fromScreen, panned, toScreen, zoomedAt } from './camera.ts';
import { CameraMotion } from './camera-motion.ts';
import { type Colouring, drawingOrder, inOrder } from './colouring.ts';
import { coreView, type Frame, frameOf, fromUnit, toUnit, wholeView } from './frame.ts';
import { type LassoEffect, listenForGestures, type ScatterMode } from './gestures.ts';
import { cameraOf, type MapView, mapViewOf } from './map-view.ts';
import { nearestPoint, type PointGrid, pointGrid } from './point-grid.ts';
import type { ScreenPoints } from './point-paths.ts';
import { pointSize } from './point-size.ts';
import { PointsLayer } from './points-layer.ts';
import type { Position } from './position.ts';
import { pointColours, rgbOf } from './rgb.ts';

export interface ScatterEvents {
  /** The point under the pointer, by its index; null if there is none. */
  onHover(index: number | null): void;
  onClick(index: number): void;
  /** The lasso as it is drawn, in pixels from the canvas's upper left corner; null when it ends. */
  onLassoPath(path: readonly Position[] | null): void;
  /** Called when a lasso has been drawn, with its vertices in map coordinates. */
  onLasso(polygon: Position[], effect: LassoEffect): void;
  /** Called when the selection is cleared with Escape or a double click. */
  onClear(): void;
  /** Called when the screen positions of the points have changed. */
  onView(): void;
  /** Called when the user moves the view, directly or with a button. */
  onMove(): void;
}

/** Height of the tools above the map, in pixels, below which views are fitted. */
const TOOLS_HEIGHT = 56;

/** Distance from a point's edge, in pixels, within which the pointer is on it. */
const HOVER_MARGIN = 3;

/** Positions of the points, and data derived from them. */
interface Layout {
  /** Positions in the map's coordinates. */
  map: { x: Float32Array; y: Float32Array };
  frame: Frame;
  /** Positions in unit coordinates. */
  x: Float32Array;
  y: Float32Array;
  grid: PointGrid;
}

const IGNORED: ScatterEvents = {
  onHover() {},
  onClick() {},
  onLassoPath() {},
  onLasso() {},
  onClear() {},
  onView() {},
  onMove() {},
};

/**
 * Scatterplot of a map’s points on a canvas, which can be moved between pages. The initial view shows nearly all
 * points.
 */
export class Scatter {
  readonly canvas: HTMLCanvasElement;
  private events = IGNORED;
  /** Aborts the listeners of gestures; null while no events are reported. */
  private gestures: AbortController | null = null;
  private readonly lifetime = new AbortController();
  private readonly resizes: ResizeObserver;
  private layer: PointsLayer;
  private size: CanvasSize = { width: 0, height: 0 };
  private readonly motion: CameraMotion;
  private layout: Layout | null = null;
  private rgb: Uint8Array = new Uint8Array(0);
  private order: Uint32Array = new Uint32Array(0);
  private mode: ScatterMode = 'pan';
  private highlighted: Uint32Array | null = null;
  private hovered: number | null = null;
  private marked: number | null = null;
  private faded: [number, number, number] = [0, 0, 0];
  private requestedView: MapView | null = null;
  private ring: [number, number, number] = [0, 0, 0];
  private frameRequest = 0;
  private isFitted = false;

  /** Throws an Error if the canvas has no WebGL 2. */
  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
    this.layer = new PointsLayer(contextOf(canvas));
    this.motion = new CameraMotion(() => {
      this.events.onView();
      this.requestFrame();
    });
    this.resizes = new ResizeObserver(() => this.resize());
    this.resizes.observe(canvas);
    this.listenForLoss();
  }

  /**
   * Sets the listener of events, which replaces the previous one. Null stops reporting; gestures then scroll the page.
   */
  report(events: ScatterEvents | null): void {
    this.gestures?.abort();
    this.setHovered(null);
    this.events = events ?? IGNORED;
    this.gestures = events && new AbortController();
    if (!this.gestures) return;
    this.listenForGestures(this.gestures.signal);
    this.resize();
  }

  /** Sets the positions of the points, in the map’s coordinates. Does nothing if they have not changed. */
  setPositions(x: Float32Array, y: Float32Array): void {
    if (this.layout && areEqual(this.layout.map.x, x) && areEqual(this.layout.map.y, y)) return;
    const frame = frameOf(x, y);
    const unit = toUnit(frame, x, y);
    this.layout = { map: { x, y }, frame, ...unit, grid: pointGrid(unit.x, unit.y) };
    this.layer.setPositions(unit.x, unit.y);
    this.highlighted = null;
    this.setHovered(null);
    this.isFitted = false;
    this.fit();
    this.motion.set(this.camera);
  }

  /** Colours the points: point i gets `colours[codes[i]]`. Those of the first `behind` colours are drawn first. */
  setColours(colouring: Pick<Colouring, 'codes' | 'colours' | 'behind'>): void {
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

  /** Draws a ring around a point, as around the one under the pointer; null removes it. */
  mark(index: number | null): void {
    this.marked = index;
    this.requestFrame();
  }

  /** Sets the colours of the rings, of faded points and behind all points. */
  setPalette({ ring, none, background }: Pick<MapPalette, 'ring' | 'none' | 'background'>): void {
    this.canvas.style.background = background;
    this.ring = channelsOf(ring);
    this.faded = channelsOf(none);
    this.requestFrame();
  }

  setMode(mode: ScatterMode): void {
    this.mode = mode;
  }

  /** Returns the position of a point on the canvas, in pixels from its upper left corner; null without points. */
  screenPosition(index: number): Position | null {
    if (!this.layout) return null;
    const { x, y } = this.layout;
    return toScreen(this.camera, this.size, [x[index] ?? Number.NaN, y[index] ?? Number.NaN]);
  }

  /** Returns the position of a place of the map on the canvas, in pixels from its upper left corner. */
  screenPlace([x, y]: Position): Position | null {
    if (!this.layout) return null;
    const { centreX, centreY, half } = this.layout.frame;
    return toScreen(this.camera, this.size, [(x - centreX) / half, (y - centreY) / half]);
  }

  /** Returns all points as drawn on the canvas; null without points. */
  screenPoints(): ScreenPoints | null {
    if (!this.layout) return null;
    const { layout, size, order, highlighted } = this;
    const scale = size.height / 2 / this.camera.distance;
    const [left, top] = toScreen(this.camera, size, [0, 0]);
    const x = layout.x.map((value) => left + value * scale);
    const y = layout.y.map((value) => top - value * scale);
    return { ...size, x, y, diameter: this.pointSize(), order, highlighted };
  }

  /** The visible part of the map; null without points. */
  get view(): MapView | null {
    return this.layout && mapViewOf(this.layout.frame, this.camera);
  }

  /** Shows a part of the map; null shows the default view of nearly all points. */
  show(view: MapView | null): void {
    this.requestedView = view;
    if (this.isFitted) this.motion.moveTo(this.requestedCamera());
  }

  /** Zooms in by a factor above 1, out by a factor below 1. */
  zoom(factor: number): void {
    const centre: Position = [this.size.width / 2, this.size.height / 2];
    this.move(zoomedAt(this.camera, this.size, centre, factor));
  }

  /** Shows all points, or some of them. */
  showAll(indices: Uint32Array | null = null): void {
    if (!this.layout) return;
    const { x, y } = this.layout;
    const view = indices && indices.length > 0 ? wholeView(pick(x, indices), pick(y, indices)) : wholeView(x, y);
    this.move(cameraBelow(view, this.size, TOOLS_HEIGHT));
  }

  destroy(): void {
    this.gestures?.abort();
    this.lifetime.abort();
    this.resizes.disconnect();
    cancelAnimationFrame(this.frameRequest);
    this.motion.stop();
    this.layer.destroy();
  }

  private get camera(): Camera {
    return this.motion.camera;
  }

  private listenForGestures(signal: AbortSignal): void {
    listenForGestures(
      this.canvas,
      {
        mode: () => this.mode,
        onMove: (position) => this.setHovered(this.pointAt(position)),
        onLeave: () => this.setHovered(null),
        onPan: (movement) => {
          this.motion.set(panned(this.camera, this.size, movement));
          this.events.onMove();
        },
        onZoom: (position, factor) => {
          this.motion.set(zoomedAt(this.camera, this.size, position, factor));
          this.events.onMove();
        },
        onClick: (position) => {
          const point = this.pointAt(position);
          if (point !== null) this.events.onClick(point);
        },
        onLassoPath: (path) => this.events.onLassoPath(path),
        onLasso: (path, effect) => this.events.onLasso(this.toMap(path), effect),
        onClear: () => this.events.onClear(),
        onShowAll: () => this.showAll(),
      },
      signal,
    );
  }

  private listenForLoss(): void {
    const { signal } = this.lifetime;
    // A lost context is restored by the browser only if the default is prevented.
    this.canvas.addEventListener('webglcontextlost', (event) => event.preventDefault(), { signal });
    this.canvas.addEventListener('webglcontextrestored', () => this.restore(), { signal });
  }

  private restore(): void {
    this.layer = new PointsLayer(contextOf(this.canvas));
    if (this.layout) this.layer.setPositions(this.layout.x, this.layout.y);
    this.layer.setColours(this.rgb, this.order);
    this.requestFrame();
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    // A detached canvas retains its size.
    if (width === 0 || height === 0) return;
    this.canvas.width = Math.round(width * devicePixelRatio);
    this.canvas.height = Math.round(height * devicePixelRatio);
    this.size = { width, height };
    this.fit();
    this.events.onView();
    this.requestFrame();
  }

  /** Fits the initial view once the points and the size of the canvas are known. */
  private fit(): void {
    if (this.isFitted || !this.layout || this.size.height === 0) return;
    this.isFitted = true;
    this.motion.set(this.requestedCamera());
  }

  private requestedCamera(): Camera {
    if (!this.layout) return this.camera;
    const { frame, x, y } = this.layout;
    return this.requestedView
      ? cameraOf(frame, this.requestedView)
      : cameraBelow(coreView(x, y), this.size, TOOLS_HEIGHT);
  }

  private move(target: Camera): void {
    this.motion.moveTo(target);
    this.events.onMove();
  }

  private toMap(path: readonly Position[]): Position[] {
    const { layout, camera, size } = this;
    return layout ? path.map((pixel) => fromUnit(layout.frame, fromScreen(camera, size, pixel))) : [];
  }

  private pointAt(position: Position): number | null {
    if (!this.layout) return null;
    const radius = this.pointSize() / 2 + HOVER_MARGIN;
    const unitRadius = (radius * 2 * this.camera.distance) / (this.size.height || 1);
    return nearestPoint(this.layout.grid, fromScreen(this.camera, this.size, position), unitRadius);
  }

  private setHovered(index: number | null): void {
    if (index === this.hovered) return;
    this.hovered = index;
    this.events.onHover(index);
    this.requestFrame();
  }

  private requestFrame(): void {
    cancelAnimationFrame(this.frameRequest);
    this.frameRequest = requestAnimationFrame(() => this.render());
  }

  private render(): void {
    const { highlighted, hovered, marked, ring, faded } = this;
    const rings = [marked, hovered].filter((point) => point !== null);
    this.layer.render(this.camera, { size: this.pointSize(), highlighted, rings, ring, faded });
  }

  private pointSize(): number {
    return pointSize(this.layout?.x.length ?? 0, this.camera);
  }
}

const channelsOf = (colour: string) => rgbOf(colour).map((channel) => channel / 255) as [number, number, number];

/** Whether two arrays have the same values; NaN equals itself. */
function areEqual<A extends Float32Array | Uint8Array | Uint32Array>(a: A, b: A): boolean {
  return a === b || (a.length === b.length && a.every((value, i) => Object.is(value, b[i])));
}

const pick = (values: Float32Array, indices: Uint32Array) => Float32Array.from(indices, (i) => values[i] ?? Number.NaN);

function contextOf(canvas: HTMLCanvasElement): WebGL2RenderingContext {
  const gl = canvas.getContext('webgl2', { antialias: false, depth: false });
  if (!gl) throw new Error('This window has no WebGL 2.');
  return gl;
}
