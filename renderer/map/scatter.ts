import createScatterplot from 'regl-scatterplot';
import { coreView, type Frame, fitDistance, frameOf, fromUnit, toUnit, type View, wholeView } from './frame.ts';
import type { Position } from './position.ts';

export type ScatterMode = 'pan' | 'lasso';

export interface ScatterEvents {
  /** The point under the pointer, by its index; null where there is none. */
  onHover(index: number | null): void;
  onClick(index: number): void;
  /** A lasso was drawn: its corners in the map's coordinates. */
  onLasso(polygon: Position[]): void;
  /** The selection was given up: Escape or a double click. */
  onClear(): void;
  /** Points stand elsewhere on the screen. */
  onView(): void;
}

export interface DrawnPoints {
  x: Float32Array;
  y: Float32Array;
  /** For each point, which of the colours it has. */
  codes: Float32Array;
  colours: readonly string[];
}

/** Pixels that the pointer may move while its button is down for it to be a click still. */
const CLICK_DISTANCE = 4;
const INACTIVE_OPACITY = 0.25;

/** The points of a map on a canvas. Nearly all of them are in view when they are first drawn. */
export class Scatter {
  private readonly plot;
  private readonly canvas: HTMLCanvasElement;
  private readonly listening = new AbortController();
  private frame: Frame = { centreX: 0, centreY: 0, half: 1 };
  private whole: View = { x: 0, y: 0, wide: 1, tall: 1 };
  private hovered: number | null = null;
  private drawn = false;
  private wanted: DrawnPoints | null = null;
  private drawing: Promise<void> = Promise.resolve();

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
   * Draws points with a colour each: `colours[codes[i]]`. Resolves once they are on the screen, or once newer ones take
   * their place: the plot can draw but one after another.
   */
  draw(points: DrawnPoints): Promise<void> {
    this.wanted = points;
    this.drawing = this.drawing.then(() => (this.wanted === points ? this.drawNow(points) : undefined));
    return this.drawing;
  }

  /** Brings some points out by fading the others; null brings all back. */
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

  /** Where a point stands on the canvas, in pixels from its upper left corner; null before it is drawn. */
  screenPosition(index: number): Position | null {
    return (this.drawn && this.plot.getScreenPosition(index)) || null;
  }

  /** Comes nearer by a factor above 1, moves away by one below. */
  zoom(factor: number): void {
    if (!this.drawn) return;
    const target = this.plot.get('cameraTarget');
    const distance = this.plot.get('cameraDistance');
    void this.plot.zoomToLocation(target, distance / factor, { transition: true, transitionDuration: 200 });
  }

  /** Shows all points again. */
  showAll(): void {
    if (this.drawn) void this.show(this.whole, { transition: true, transitionDuration: 200 });
  }

  destroy(): void {
    this.listening.abort();
    this.wanted = null;
    this.plot.destroy();
  }

  private async drawNow({ x, y, codes, colours }: DrawnPoints): Promise<void> {
    const first = !this.drawn;
    this.frame = frameOf(x, y);
    const unit = toUnit(this.frame, x, y);
    this.whole = wholeView(unit.x, unit.y);
    await this.plot.set({ colorBy: 'valueA', pointColor: [...colours], pointSize: pointSize(x.length) });
    await this.plot.draw({ ...unit, valueA: codes }, { zDataType: 'categorical' });
    this.drawn = true;
    if (first) await this.show(coreView(unit.x, unit.y));
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

  /** The plot itself tells a click only by selecting the point, as it does with a lasso. */
  private listenForClicks(events: ScatterEvents): void {
    const { signal } = this.listening;
    let from: Position = [0, 0];
    let farthest = 0;
    const press = (event: MouseEvent) => {
      from = [event.clientX, event.clientY];
      farthest = 0;
    };
    // A lasso may end where it began, so it is not the end that counts.
    const move = (event: MouseEvent) => {
      farthest = Math.max(farthest, Math.hypot(event.clientX - from[0], event.clientY - from[1]));
    };
    const click = () => {
      if (farthest < CLICK_DISTANCE && this.hovered !== null) events.onClick(this.hovered);
    };
    this.canvas.addEventListener('mousedown', press, { signal });
    window.addEventListener('mousemove', move, { signal, capture: true });
    this.canvas.addEventListener('click', click, { signal });
  }
}

/** Larger where there are few: 9 pixels up to some 150 points, 2.5 from 100,000 on. */
function pointSize(points: number): number {
  return Math.max(2.5, Math.min(9, 14 - 2.3 * Math.log10(Math.max(1, points))));
}

/** The library's types call corners numbers; they are pairs. */
function positions(corners: readonly unknown[]): Position[] {
  return corners.flatMap((corner) =>
    Array.isArray(corner) && typeof corner[0] === 'number' && typeof corner[1] === 'number'
      ? [[corner[0], corner[1]] satisfies Position]
      : [],
  );
}
