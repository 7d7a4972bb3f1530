import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Colouring } from './colouring.ts';
import type { ScatterMode } from './gestures.ts';
import type { MapPalette } from './palette.ts';
import { Scatter, type ScatterEvents } from './scatter.ts';

export interface ScatterView {
  x: Float32Array;
  y: Float32Array;
  colouring: Colouring;
  palette: MapPalette;
  mode: ScatterMode;
  highlighted: readonly number[] | null;
}

/** Keeps a scatterplot on a canvas in sync with its data; returns null until the points are drawn. */
export function useScatter(
  canvas: RefObject<HTMLCanvasElement | null>,
  { x, y, colouring, palette, mode, highlighted }: ScatterView,
  events: ScatterEvents,
): Scatter | null {
  const latestEvents = useRef(events);
  latestEvents.current = events;
  const [scatter, setScatter] = useState<Scatter | null>(null);
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    if (!canvas.current) return;
    const instance = new Scatter(canvas.current, {
      onHover: (index) => latestEvents.current.onHover(index),
      onClick: (index) => latestEvents.current.onClick(index),
      onLassoPath: (path) => latestEvents.current.onLassoPath(path),
      onLasso: (polygon) => latestEvents.current.onLasso(polygon),
      onClear: () => latestEvents.current.onClear(),
      onView: () => latestEvents.current.onView(),
    });
    setScatter(instance);
    return () => {
      instance.destroy();
      setScatter(null);
      setDrawn(false);
    };
  }, [canvas]);

  useEffect(() => scatter?.setRing(palette.ring), [scatter, palette]);
  useEffect(() => scatter?.setMode(mode), [scatter, mode]);

  useEffect(() => scatter?.setPositions(x, y), [scatter, x, y]);

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
