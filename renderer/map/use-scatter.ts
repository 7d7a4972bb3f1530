import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Colouring } from './colouring.ts';
import type { MapPalette } from './palette.ts';
import { Scatter, type ScatterEvents, type ScatterMode } from './scatter.ts';

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
  const latestHighlighted = useRef(highlighted);
  latestHighlighted.current = highlighted;
  const [scatter, setScatter] = useState<Scatter | null>(null);
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    if (!canvas.current) return;
    const instance = new Scatter(canvas.current, {
      onHover: (index) => latestEvents.current.onHover(index),
      onClick: (index) => latestEvents.current.onClick(index),
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

  useEffect(() => scatter?.setBackground(palette.background, palette.lasso), [scatter, palette]);
  useEffect(() => scatter?.setMode(mode), [scatter, mode]);

  useEffect(() => {
    let current = true;
    void scatter?.draw({ x, y, codes: colouring.codes, colours: colouring.colours }).then(() => {
      if (!current) return;
      setDrawn(true);
      scatter.highlight(latestHighlighted.current);
      latestEvents.current.onView();
    });
    return () => {
      current = false;
    };
  }, [scatter, x, y, colouring]);

  useEffect(() => {
    if (drawn) scatter?.highlight(highlighted);
  }, [scatter, drawn, highlighted]);

  return drawn ? scatter : null;
}
