import type { Position } from './position.ts';

/** What a drag with the primary button does. */
export type ScatterMode = 'pan' | 'lasso';

/** How a lasso combines with earlier ones: replaces them, adds its area, or subtracts it. */
export type LassoEffect = 'replace' | 'add' | 'subtract';

/** Gestures on the map's canvas; positions and movements in pixels from its upper left corner. */
export interface Gestures {
  mode(): ScatterMode;
  onMove(position: Position): void;
  onLeave(): void;
  onPan(movement: Position): void;
  onZoom(position: Position, factor: number): void;
  onClick(position: Position): void;
  /** Corners of the lasso drawn so far; null when the drag ends. */
  onLassoPath(path: readonly Position[] | null): void;
  onLasso(path: Position[], effect: LassoEffect): void;
  onClear(): void;
  /** Called when the view of all points is requested. */
  onShowAll(): void;
}

/** Pointer movement, in pixels, from which a press counts as a drag instead of a click. */
const CLICK_DISTANCE = 4;
/** Distance between corners of a lasso, in pixels. */
const LASSO_STEP = 3;
const PIXELS_PER_LINE = 16;
/** Zoom per pixel of wheel movement: a usual wheel's step of 100 pixels zooms by 1.22. */
const WHEEL_RATE = 0.002;
/** Movement of the content by an arrow key, in pixels, and zoom by + and −. */
const KEY_STEP = 60;
const KEY_ZOOM = 1.4;

interface Drag {
  mode: ScatterMode;
  start: Position;
  latest: Position;
  /** A lasso may end where it began, so the largest distance tells a drag from a click, not the last. */
  farthest: number;
  path: Position[];
  effect: LassoEffect;
}

/**
 * Listens for gestures on a canvas until the signal aborts: drag to pan or lasso, wheel to zoom, click, and double click
 * or Escape to clear the selection. Shift and drag draws a lasso in either mode; when lassos are drawn anyway, Shift adds to
 * the earlier one and Alt subtracts from it. While the canvas has the focus, arrows pan, + and − zoom, and 0 shows all
 * points.
 */
export function listenForGestures(canvas: HTMLCanvasElement, gestures: Gestures, signal: AbortSignal): void {
  let drag: Drag | null = null;
  const end = (isCancelled: boolean) => {
    if (drag?.mode === 'lasso') gestures.onLassoPath(null);
    if (drag && !isCancelled) {
      if (drag.farthest < CLICK_DISTANCE) gestures.onClick(drag.latest);
      else if (drag.mode === 'lasso' && drag.path.length >= 3) gestures.onLasso(drag.path, drag.effect);
    }
    drag = null;
  };
  const options = { signal };
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || drag) return;
      const start: Position = [event.offsetX, event.offsetY];
      const mode = event.shiftKey ? 'lasso' : gestures.mode();
      const effect = gestures.mode() === 'lasso' ? effectOf(event) : 'replace';
      drag = { mode, start, latest: start, farthest: 0, path: [start], effect };
      canvas.setPointerCapture(event.pointerId);
    },
    options,
  );
  canvas.addEventListener(
    'pointermove',
    (event) => {
      const position: Position = [event.offsetX, event.offsetY];
      if (drag) moveDrag(drag, position, gestures);
      else gestures.onMove(position);
    },
    options,
  );
  canvas.addEventListener('pointerup', (event) => event.button === 0 && end(false), options);
  canvas.addEventListener('pointercancel', () => end(true), options);
  canvas.addEventListener('pointerleave', () => gestures.onLeave(), options);
  canvas.addEventListener('dblclick', () => gestures.onClear(), options);
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * PIXELS_PER_LINE : event.deltaY;
      gestures.onZoom([event.offsetX, event.offsetY], Math.exp(-WHEEL_RATE * pixels));
    },
    { signal, passive: false },
  );
  const clearOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (drag) end(true);
    else if (isOnPage(document.activeElement, canvas)) gestures.onClear();
  };
  window.addEventListener('keydown', clearOnEscape, options);
  canvas.addEventListener('keydown', (event) => pressKey(event, canvas, gestures), options);
}

/** Whether the focus is on the canvas or nowhere in particular, rather than in a field, a menu or a dialog. */
function isOnPage(focused: Element | null, canvas: HTMLCanvasElement): boolean {
  return focused === null || focused === document.body || focused === canvas || focused.tagName === 'H1';
}

function effectOf({ shiftKey, altKey }: PointerEvent): LassoEffect {
  return shiftKey ? 'add' : altKey ? 'subtract' : 'replace';
}

const pans: ReadonlyMap<string, Position> = new Map([
  ['ArrowLeft', [KEY_STEP, 0]],
  ['ArrowRight', [-KEY_STEP, 0]],
  ['ArrowUp', [0, KEY_STEP]],
  ['ArrowDown', [0, -KEY_STEP]],
]);
const zooms: ReadonlyMap<string, number> = new Map([
  ['+', KEY_ZOOM],
  ['=', KEY_ZOOM],
  ['-', 1 / KEY_ZOOM],
]);

function pressKey(event: KeyboardEvent, canvas: HTMLCanvasElement, gestures: Gestures): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const pan = pans.get(event.key);
  const zoom = zooms.get(event.key);
  if (pan) gestures.onPan(pan);
  else if (zoom) gestures.onZoom([canvas.clientWidth / 2, canvas.clientHeight / 2], zoom);
  else if (event.key === '0') gestures.onShowAll();
  else return;
  event.preventDefault();
}

function moveDrag(drag: Drag, position: Position, gestures: Gestures): void {
  const [x, y] = position;
  const [latestX, latestY] = drag.latest;
  drag.farthest = Math.max(drag.farthest, Math.hypot(x - drag.start[0], y - drag.start[1]));
  drag.latest = position;
  if (drag.mode === 'pan') {
    gestures.onPan([x - latestX, y - latestY]);
    return;
  }
  const [cornerX, cornerY] = drag.path.at(-1)!;
  if (Math.hypot(x - cornerX, y - cornerY) < LASSO_STEP) return;
  drag.path.push(position);
  gestures.onLassoPath([...drag.path]);
}
