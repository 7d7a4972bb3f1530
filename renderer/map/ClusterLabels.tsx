import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import classes from './MapCanvas.module.css';
import { type Box, placeLabels } from './place-labels.ts';
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
  /** Whether the selection names the cluster. */
  selected: boolean;
  /** Whether none of the cluster's users are selected. */
  faded: boolean;
}

interface ClusterLabelsProps {
  scatter: Scatter;
  labels: readonly MapLabel[];
  width: number;
  height: number;
  /** Areas of the map that labels must not cover. */
  obstacles: readonly Box[];
  /** Counter that changes with the screen positions of the points. */
  view: number;
  /** Key of the highlighted label; null for none. */
  active: number | null;
  /** Called when a label is pressed; `additive` with Shift, Ctrl or Cmd. */
  onToggle: (key: number, additive: boolean) => void;
  onHover: (key: number | null) => void;
}

const HEIGHT = 24;
/** Width of a label besides its text: padding, the colour swatch, and their gap, in pixels. */
const LABEL_PADDING = 28;
const MAX_WIDTH = 230;

/** Cluster names on the map, as many as fit without overlap; pressing one selects its users. */
export function ClusterLabels(props: ClusterLabelsProps) {
  const { scatter, labels, width, height, obstacles, view, active, onToggle, onHover } = props;
  const sizes = useMemo(() => {
    const font = `600 13px ${getComputedStyle(document.body).fontFamily}`;
    return new Map(labels.map(({ key, text }) => [key, Math.min(MAX_WIDTH, textWidth(text, font) + LABEL_PADDING)]));
  }, [labels]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scatterplot's view is not React's; `view` tells of it
  const places = useMemo(() => {
    const candidates = labels.flatMap(({ key, point, weight, selected }) => {
      const position = scatter.screenPosition(point);
      if (!position) return [];
      const priority = key === active || selected ? Infinity : weight;
      return [{ key, x: position[0], y: position[1], width: sizes.get(key) ?? 0, height: HEIGHT, weight: priority }];
    });
    return new Map(placeLabels(candidates, { width, height }, obstacles).map((place) => [place.key, place]));
  }, [scatter, labels, sizes, width, height, obstacles, view, active]);
  return (
    <div className={classes.labels}>
      {labels.map(({ key, text, colour, selected, faded }) => {
        const place = places.get(key);
        return (
          place && (
            <UnstyledButton
              key={key}
              className={classes.label}
              aria-pressed={selected}
              data-active={key === active || undefined}
              data-faded={faded || undefined}
              style={{ left: place.left, top: place.top, maxWidth: MAX_WIDTH, height: HEIGHT }}
              onClick={(event) => onToggle(key, event.shiftKey || event.ctrlKey || event.metaKey)}
              onMouseEnter={() => onHover(key)}
              onMouseLeave={() => onHover(null)}
              onFocus={() => onHover(key)}
              onBlur={() => onHover(null)}
            >
              {colour !== null && <i style={{ background: colour }} />}
              <b>{text}</b>
            </UnstyledButton>
          )
        );
      })}
    </div>
  );
}
