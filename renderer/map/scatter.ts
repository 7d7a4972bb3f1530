import createScatterplot from 'regl-scatterplot';
import { coreView, type Frame, fitDistance, frameOf, fromUnit, toUnit, type View, wholeView } from './frame.ts';
import type { Position } from './position.ts';

export type ScatterMode = 'pan' | 'lasso';

export interface ScatterEvents {
  /** The point under the pointer, by its index; null if there is none. */
  onHover(index: number | null): void;
  onClick(index: number): void;
  /** A lasso was drawn; its vertices are in the map's coordinates. */
  onLasso(polygon: Position[]): void;
  /** The selection was cleared by Escape or a double click. */
  onClear(): void;
  /** The screen positions of the points changed. */
  onView(): void;
}

export interface DrawnPoints {
  x: Float32Array;
  y: Float32Array;
  /** For each point, an index into `colours`. */
  codes: Float32Array;
  colours: readonly string[];
}

/** Pointer movement, in pixels, from which a press counts as a drag instead of a click. */
const CLICK_DISTANCE = 4;
const INACTIVE_OPACITY = 0.25;

/** Scatterplot of a map's points on a canvas. The initial view shows nearly all of them. */
export class Scatter {
  private readonly plot;
  private readonly canvas: HTMLCanvasElement;
  private readonly listenerAbort = new AbortController();
  private frame: Frame = { centreX: 0, centreY: 0, half: 1 };
  private fullView: View = { x: 0, y: 0, halfWidth: 1, halfHeight: 1 };
  private hovered: number | null = null;
  private drawn = false;
  private latestPoints: DrawnPoints | null = null;
  private drawQueue: Promise<void> = Promise.resolve();

  constructor(canvas: HTMLCanvasElement, events: ScatterEvents) {
    this.canvas = canvas;
    this.plot = createScatterplot({
      canvas,
      lassoOnLongPress: false,
      lassoMinDist: 3,
      pointOutlineWidth: 1,
      pointSizeSelected: 1,
      opacityInactiveMax: INACTIVE_OPACITY,
      opacityInactiveScale: 1,
    });
    this.plot.subscribe('pointOver', (index) => this.hover(index, events));
    this.plot.subscribe('pointOut', () => this.hover(null, events));
    this.plot.subscribe('lassoEnd', ({ coordinates }) => {
      const polygon = positions(coordinates).map((corner) => fromUnit(this.frame, corner));
      if (polygon.length >= 3) events.onLasso(polygon);
    });
    this.plot.subscribe('deselect', () => events.onClear());
    this.plot.subscribe('view', () => events.onView());
    this.plot.subscribe('draw', () => events.onView());
    this.listenForClicks(events);
  }

  /**
   * Draws points, each in the colour `colours[codes[i]]`. Resolves once they are drawn or superseded by newer points:
   * the plot cannot draw concurrently.
   */
  draw(points: DrawnPoints): Promise<void> {
    this.latestPoints = points;
    this.drawQueue = this.drawQueue.then(() => (this.latestPoints === points ? this.drawNow(points) : undefined));
    return this.drawQueue;
  }

  /** Highlights some points by fading the others; null highlights none. */
  highlight(indices: readonly number[] | null): void {
    if (!this.drawn) return;
    if (indices === null || indices.length === 0) this.plot.deselect({ preventEvent: true });
    else this.plot.select([...indices], { preventEvent: true });
  }

  setBackground(colour: string, lasso: string): void {
    void this.plot.set({ backgroundColor: colour, lassoColor: lasso });
  }

  setMode(mode: ScatterMode): void {
    void this.plot.set({ mouseMode: mode === 'lasso' ? 'lasso' : 'panZoom' });
  }

  /**
   * Returns the position of a point on the canvas, in pixels from its upper left corner; null before the points are
   * drawn.
   */
  screenPosition(index: number): Position | null {
    return (this.drawn && this.plot.getScreenPosition(index)) || null;
  }

  /** Zooms in by a factor above 1, out by a factor below 1. */
  zoom(factor: number): void {
    if (!this.drawn) return;
    const target = this.plot.get('cameraTarget');
    const distance = this.plot.get('cameraDistance');
    void this.plot.zoomToLocation(target, distance / factor, { transition: true, transitionDuration: 200 });
  }

  /** Resets the view to all points. */
  showAll(): void {
    if (this.drawn) void this.show(this.fullView, { transition: true, transitionDuration: 200 });
  }

  destroy(): void {
    this.listenerAbort.abort();
    this.latestPoints = null;
    this.plot.destroy();
  }

  private async drawNow({ x, y, codes, colours }: DrawnPoints): Promise<void> {
    const isFirstDraw = !this.drawn;
    this.frame = frameOf(x, y);
    const unit = toUnit(this.frame, x, y);
    this.fullView = wholeView(unit.x, unit.y);
    await this.plot.set({ colorBy: 'valueA', pointColor: [...colours], pointSize: pointSize(x.length) });
    await this.plot.draw({ ...unit, valueA: codes }, { zDataType: 'categorical' });
    this.drawn = true;
    if (isFirstDraw) await this.show(coreView(unit.x, unit.y));
    this.plot.redraw();
  }

  private show(view: View, options: { transition?: boolean; transitionDuration?: number } = {}): Promise<void> {
    const { width, height } = this.canvas.getBoundingClientRect();
    const distance = fitDistance(view, height > 0 ? width / height : 1);
    return this.plot.zoomToLocation([view.x, view.y], distance, options);
  }

  private hover(index: number | null, events: ScatterEvents): void {
    this.hovered = index;
    events.onHover(index);
  }

  /** Detects clicks: the plot reports a click only as a selection of the point, just like a lasso. */
  private listenForClicks(events: ScatterEvents): void {
    const { signal } = this.listenerAbort;
    let pressPosition: Position = [0, 0];
    let farthest = 0;
    const press = (event: MouseEvent) => {
      pressPosition = [event.clientX, event.clientY];
      farthest = 0;
    };
    // A lasso may end where it began, so the largest distance counts, not the last.
    const move = (event: MouseEvent) => {
      farthest = Math.max(farthest, Math.hypot(event.clientX - pressPosition[0], event.clientY - pressPosition[1]));
    };
    const click = () => {
      if (farthest < CLICK_DISTANCE && this.hovered !== null) events.onClick(this.hovered);
    };
    this.canvas.addEventListener('mousedown', press, { signal });
    window.addEventListener('mousemove', move, { signal, capture: true });
    this.canvas.addEventListener('click', click, { signal });
  }
}

/** Returns the point size, larger for few points: 9 pixels up to about 150 points, 2.5 from 100,000 on. */
function pointSize(points: number): number {
  return Math.max(2.5, Math.min(9, 14 - 2.3 * Math.log10(Math.max(1, points))));
}

/** Narrows lasso vertices to pairs; the library's types declare them as numbers. */
function positions(corners: readonly unknown[]): Position[] {
  return corners.flatMap((corner) =>
    Array.isArray(corner) && typeof corner[0] === 'number' && typeof corner[1] === 'number'
      ? [[corner[0], corner[1]] satisfies Position]
      : [],
  );
}
