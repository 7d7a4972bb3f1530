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

/** Keeps a scatterplot on a canvas in step with what it should show; null until its points are drawn. */
export function useScatter(
  canvas: RefObject<HTMLCanvasElement | null>,
  { x, y, colouring, palette, mode, highlighted }: ScatterView,
  events: ScatterEvents,
): Scatter | null {
  const latest = useRef(events);
  latest.current = events;
  const chosen = useRef(highlighted);
  chosen.current = highlighted;
  const [scatter, setScatter] = useState<Scatter | null>(null);
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    if (!canvas.current) return;
    const made = new Scatter(canvas.current, {
      onHover: (index) => latest.current.onHover(index),
      onClick: (index) => latest.current.onClick(index),
      onLasso: (polygon) => latest.current.onLasso(polygon),
      onClear: () => latest.current.onClear(),
      onView: () => latest.current.onView(),
    });
    setScatter(made);
    return () => {
      made.destroy();
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
      scatter.highlight(chosen.current);
      latest.current.onView();
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
