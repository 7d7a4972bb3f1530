import type { MapPalette } from '../components/map-palette.ts';
import {
  type Camera,
  type CanvasSize,
  cameraBelow,
  fromScreen,
  looksEqual,
  panned,
  toScreen,
  zoomedAt,
} from './camera.ts';
import { CameraMotion } from './camera-motion.ts';
import type { Colouring } from './colouring.ts';
import { areEqual } from './equal-arrays.ts';
import { fromUnit } from './frame.ts';
import { listenForGestures, type ScatterMode } from './gestures.ts';
import { cameraOf, type MapView, mapViewOf } from './map-view.ts';
import { PlacedPoints } from './placed-points.ts';
import type { ScreenPoints } from './point-paths.ts';
import { pointSize } from './point-size.ts';
import { PointsDrawing } from './points-drawing.ts';
import type { Position } from './position.ts';
import { IGNORED, type ScatterEvents } from './scatter-events.ts';

/** Height of the tools above the map, in pixels, below which views are fitted. */
const TOOLS_HEIGHT = 56;

/** Distance from a point's edge, in pixels, within which the pointer is on it. */
const HOVER_MARGIN = 3;

/**
 * Scatterplot of a map’s points on a canvas, which can be moved between pages. The initial view shows nearly all
 * points.
 */
export class Scatter {
  readonly canvas: HTMLCanvasElement;
  private events = IGNORED;
  /** Aborts the listeners of gestures; null while no events are reported. */
  private gestures: AbortController | null = null;
  private readonly resizes: ResizeObserver;
  private readonly drawing: PointsDrawing;
  private size: CanvasSize = { width: 0, height: 0 };
  private readonly motion: CameraMotion;
  private layout: PlacedPoints | null = null;
  private mode: ScatterMode = 'pan';
  private hovered: number | null = null;
  private marked: number | null = null;
  private requestedView: MapView | null = null;
  private isFitted = false;

  /** Throws an Error if the canvas has no WebGL 2. */
  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
    this.drawing = new PointsDrawing(canvas, () => ({ camera: this.camera, size: this.pointSize() }));
    this.motion = new CameraMotion(() => {
      this.events.onView();
      this.drawing.requestFrame();
    });
    this.resizes = new ResizeObserver(() => this.resize());
    this.resizes.observe(canvas);
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
    this.events.onView();
    this.drawing.requestFrame();
  }

  /** Sets the positions of the points, in the map’s coordinates. Does nothing if they have not changed. */
  setPositions(x: Float32Array, y: Float32Array): void {
    if (this.layout && areEqual(this.layout.map.x, x) && areEqual(this.layout.map.y, y)) return;
    this.layout = new PlacedPoints(x, y);
    this.drawing.setPositions(this.layout.x, this.layout.y);
    this.setHovered(null);
    this.isFitted = false;
    this.fit();
    this.motion.set(this.camera);
  }

  /** Colours the points: point i gets `colours[codes[i]]`. Those of the first `behind` colours are drawn first. */
  setColours(colouring: Pick<Colouring, 'codes' | 'colours' | 'behind'>): void {
    this.drawing.setColours(colouring);
  }

  /** Highlights some points by fading the others, all of them if the list is empty; null fades none. */
  highlight(indices: Uint32Array | null): void {
    this.drawing.highlight(indices);
  }

  /** Draws a ring around a point, as around the one under the pointer; null removes it. */
  mark(index: number | null): void {
    this.marked = index;
    this.drawRings();
  }

  /** Sets the colours of the rings, of faded points and behind all points. */
  setPalette(palette: Pick<MapPalette, 'ring' | 'none' | 'background'>): void {
    this.drawing.setPalette(palette);
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
    const { layout, size } = this;
    const { order, highlighted } = this.drawing;
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
    if (!this.isFitted) return;
    const camera = this.requestedCamera();
    // The view of an address is rounded. A transition to the same picture would draw all points for nothing.
    if (looksEqual(camera, this.camera, this.size)) this.motion.stop();
    else this.motion.moveTo(camera);
  }

  /** Zooms in by a factor above 1, out by a factor below 1. */
  zoom(factor: number): void {
    const centre: Position = [this.size.width / 2, this.size.height / 2];
    this.move(zoomedAt(this.camera, this.size, centre, factor));
  }

  /** Shows all points, or some of them. */
  showAll(indices: Uint32Array | null = null): void {
    if (!this.layout) return;
    this.move(cameraBelow(this.layout.viewOf(indices), this.size, TOOLS_HEIGHT));
  }

  destroy(): void {
    this.gestures?.abort();
    this.resizes.disconnect();
    this.motion.stop();
    this.drawing.destroy();
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

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    // A detached canvas retains its size.
    if (width === 0 || height === 0) return;
    const isSame = width === this.size.width && height === this.size.height;
    if (!this.drawing.resize(width, height) && isSame) return;
    this.size = { width, height };
    this.fit();
    this.events.onView();
  }

  /** Fits the initial view once the points and the size of the canvas are known. */
  private fit(): void {
    if (this.isFitted || !this.layout || this.size.height === 0) return;
    this.isFitted = true;
    this.motion.set(this.requestedCamera());
  }

  private requestedCamera(): Camera {
    if (!this.layout) return this.camera;
    return this.requestedView
      ? cameraOf(this.layout.frame, this.requestedView)
      : cameraBelow(this.layout.coreView(), this.size, TOOLS_HEIGHT);
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
    return this.layout.nearest(fromScreen(this.camera, this.size, position), unitRadius);
  }

  private setHovered(index: number | null): void {
    if (index === this.hovered) return;
    this.hovered = index;
    this.events.onHover(index);
    this.drawRings();
  }

  private drawRings(): void {
    this.drawing.setRings([this.marked, this.hovered].filter((point) => point !== null));
  }

  private pointSize(): number {
    return pointSize(this.layout?.x.length ?? 0, this.camera);
  }
}
