import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { LABEL_HEIGHT, LABEL_WIDTH, labelPlaces, labelWidths } from './label-places.ts';
import classes from './MapCanvas.module.css';
import type { MapLabel } from './map-label.ts';
import type { Box } from './place-labels.ts';
import type { Scatter } from './scatter.ts';

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

/** Cluster names on the map, as many as fit without overlap; pressing one selects its users. */
export function ClusterLabels(props: ClusterLabelsProps) {
  const { scatter, labels, width, height, obstacles, view, active, onToggle, onHover } = props;
  const widths = useMemo(() => labelWidths(labels), [labels]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scatterplot's view is not React's; `view` tells of it
  const places = useMemo(
    () => labelPlaces(scatter, labels, widths, { width, height, obstacles, active }),
    [scatter, labels, widths, width, height, obstacles, view, active],
  );
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
              style={{ left: place.left, top: place.top, maxWidth: LABEL_WIDTH, height: LABEL_HEIGHT }}
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
