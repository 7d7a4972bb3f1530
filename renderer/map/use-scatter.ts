import { type RefObject, useEffect, useRef, useState } from 'react';
import type { MapPalette } from '../components/map-palette.ts';
import type { Colouring } from './colouring.ts';
import type { ScatterMode } from './gestures.ts';
import type { MapView } from './map-view.ts';
import type { Scatter } from './scatter.ts';
import { acquireScatter, releaseScatter } from './scatter-cache.ts';
import type { ScatterEvents } from './scatter-events.ts';

export interface ScatterView {
  x: Float32Array;
  y: Float32Array;
  colouring: Colouring;
  palette: MapPalette;
  mode: ScatterMode;
  /** Points that stay opaque while the others fade; null fades none. */
  highlighted: Uint32Array | null;
  /** Point with a ring around it; null for none. */
  marked: number | null;
  /** The visible part of the map; null for the default view of nearly all points. */
  shownView: MapView | null;
}

/**
 * Synchronises a scatterplot with its data. Its canvas becomes the first child of `frame`. Returns null until the
 * points have been drawn.
 */
export function useScatter(
  frame: RefObject<HTMLElement | null>,
  { x, y, colouring, palette, mode, highlighted, marked, shownView }: ScatterView,
  events: ScatterEvents,
): Scatter | null {
  const latestEvents = useRef(events);
  latestEvents.current = events;
  const [scatter, setScatter] = useState<Scatter | null>(null);
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    if (!frame.current) return;
    const instance = acquireScatter(frame.current, {
      onHover: (index) => latestEvents.current.onHover(index),
      onClick: (index) => latestEvents.current.onClick(index),
      onLassoPath: (path) => latestEvents.current.onLassoPath(path),
      onLasso: (polygon, effect) => latestEvents.current.onLasso(polygon, effect),
      onClear: () => latestEvents.current.onClear(),
      onView: () => latestEvents.current.onView(),
      onMove: () => latestEvents.current.onMove(),
    });
    setScatter(instance);
    return () => {
      releaseScatter(instance);
      setScatter(null);
      setDrawn(false);
    };
  }, [frame]);

  useEffect(() => scatter?.setPalette(palette), [scatter, palette]);
  useEffect(() => scatter?.setMode(mode), [scatter, mode]);

  useEffect(() => scatter?.show(shownView), [scatter, shownView]);

  useEffect(() => scatter?.setPositions(x, y), [scatter, x, y]);

  useEffect(() => scatter?.mark(marked), [scatter, marked]);

  useEffect(() => {
    if (!scatter) return;
    scatter.setColours(colouring);
    setDrawn(true);
  }, [scatter, colouring]);

  // New positions reset the highlight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the positions are not read here
  useEffect(() => scatter?.highlight(highlighted), [scatter, highlighted, x, y]);

  return drawn ? scatter : null;
}
