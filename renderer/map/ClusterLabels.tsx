import { useMemo } from 'react';
import classes from './MapCanvas.module.css';
import { placeLabels } from './place-labels.ts';
import type { Scatter } from './scatter.ts';
import { textWidth } from './text-width.ts';

export interface MapLabel {
  key: number;
  text: string;
  /** Index of the point to which the label is attached. */
  point: number;
  weight: number;
  /** Colour of the cluster; null if the points are coloured by something else. */
  colour: string | null;
}

interface ClusterLabelsProps {
  scatter: Scatter;
  labels: readonly MapLabel[];
  width: number;
  height: number;
  /** Changes whenever the screen positions of the points change. */
  view: number;
  /** Key of the highlighted label; null for none. */
  active: number | null;
}

const HEIGHT = 22;
/** Width of a label besides its text: padding, the colour swatch, and their gap, in pixels. */
const LABEL_PADDING = 30;
const MAX_WIDTH = 230;

/** Names of clusters on the map, as many as fit. */
export function ClusterLabels({ scatter, labels, width, height, view, active }: ClusterLabelsProps) {
  const sizes = useMemo(() => {
    const font = `600 12px ${getComputedStyle(document.body).fontFamily}`;
    return new Map(labels.map(({ key, text }) => [key, Math.min(MAX_WIDTH, textWidth(text, font) + LABEL_PADDING)]));
  }, [labels]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scatterplot's view is not React's; `view` tells of it
  const places = useMemo(() => {
    const candidates = labels.flatMap(({ key, point, weight }) => {
      const position = scatter.screenPosition(point);
      if (!position) return [];
      const priority = key === active ? Infinity : weight;
      return [{ key, x: position[0], y: position[1], width: sizes.get(key) ?? 0, height: HEIGHT, weight: priority }];
    });
    return new Map(placeLabels(candidates, { width, height }).map((place) => [place.key, place]));
  }, [scatter, labels, sizes, width, height, view, active]);
  return (
    <div className={classes.labels} aria-hidden>
      {labels.map(({ key, text, colour }) => {
        const place = places.get(key);
        return (
          place && (
            <span
              key={key}
              className={classes.label}
              data-active={key === active || undefined}
              style={{ left: place.left, top: place.top, maxWidth: MAX_WIDTH, height: HEIGHT }}
            >
              {colour !== null && <i style={{ background: colour }} />}
              <b>{text}</b>
            </span>
          )
        );
      })}
    </div>
  );
}
