import { useMemo } from 'react';
import classes from './MapCanvas.module.css';
import { placeLabels } from './place-labels.ts';
import type { Scatter } from './scatter.ts';
import { textWidth } from './text-width.ts';

export interface MapLabel {
  key: number;
  text: string;
  /** The point that it stands on. */
  point: number;
  weight: number;
  /** The colour of its points; null where they are coloured by something else. */
  colour: string | null;
}

interface ClusterLabelsProps {
  scatter: Scatter;
  labels: readonly MapLabel[];
  width: number;
  height: number;
  /** Changes whenever points stand elsewhere. */
  view: number;
  /** The label to bring out; null for none. */
  active: number | null;
}

const HEIGHT = 22;
/** What a label has besides its text: padding, the mark of its colour, and their distance. */
const ROOM = 30;
const LONGEST = 230;

/** Names of clusters on the map, as many as find room. */
export function ClusterLabels({ scatter, labels, width, height, view, active }: ClusterLabelsProps) {
  const sizes = useMemo(() => {
    const font = `600 12px ${getComputedStyle(document.body).fontFamily}`;
    return new Map(labels.map(({ key, text }) => [key, Math.min(LONGEST, textWidth(text, font) + ROOM)]));
  }, [labels]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scatterplot's view is not React's; `view` tells of it
  const places = useMemo(() => {
    const wanted = labels.flatMap(({ key, point, weight }) => {
      const at = scatter.screenPosition(point);
      if (!at) return [];
      const first = key === active ? Infinity : weight;
      return [{ key, x: at[0], y: at[1], width: sizes.get(key) ?? 0, height: HEIGHT, weight: first }];
    });
    return new Map(placeLabels(wanted, { width, height }).map((place) => [place.key, place]));
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
              style={{ left: place.left, top: place.top, maxWidth: LONGEST, height: HEIGHT }}
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
