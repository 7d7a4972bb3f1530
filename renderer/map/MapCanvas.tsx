import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClusterLabels, type MapLabel } from './ClusterLabels.tsx';
import type { ScatterMode } from './gestures.ts';
import classes from './MapCanvas.module.css';
import { MapTools } from './MapTools.tsx';
import type { Position } from './position.ts';
import { type ScatterView, useScatter } from './use-scatter.ts';

interface MapCanvasProps extends ScatterView {
  labels: readonly MapLabel[];
  activeLabel: number | null;
  legend: ReactNode;
  /** Content of the tooltip for the point under the pointer. */
  tooltip: (point: number) => ReactNode;
  onMode: (mode: ScatterMode) => void;
  onClick: (point: number) => void;
  onLasso: (polygon: Position[]) => void;
  onClear: () => void;
}

/** The points of a map with labels, tools, legend and tooltip. */
export function MapCanvas(props: MapCanvasProps) {
  const { labels, activeLabel, legend, tooltip, palette, mode, onMode, onClick, onLasso, onClear } = props;
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { ref, width, height } = useElementSize();
  const [hovered, setHovered] = useState<number | null>(null);
  const [lassoPath, setLassoPath] = useState<readonly Position[] | null>(null);
  const [view, setView] = useState(0);
  const scatter = useScatter(canvas, props, {
    onHover: setHovered,
    onClick,
    onLassoPath: setLassoPath,
    onLasso,
    onClear,
    onView: () => setView((count) => count + 1),
  });
  const hoveredPosition = hovered === null ? null : scatter?.screenPosition(hovered);
  return (
    <div ref={ref} className={classes.frame}>
      <canvas
        ref={canvas}
        className={classes.canvas}
        data-mode={mode}
        data-hovered={hovered !== null || undefined}
        data-drawn={scatter !== null || undefined}
        style={{ background: palette.background }}
        role="img"
        aria-label={t('map.canvas', { count: props.x.length })}
      />
      {scatter && (
        <ClusterLabels
          scatter={scatter}
          labels={labels}
          width={width}
          height={height}
          view={view}
          active={activeLabel}
        />
      )}
      {lassoPath && (
        <svg className={classes.lasso} aria-hidden>
          <polygon
            points={lassoPath.map((corner) => corner.join(',')).join(' ')}
            style={{ fill: palette.lasso, stroke: palette.lasso }}
          />
        </svg>
      )}
      <div className={classes.tools}>
        <MapTools
          mode={mode}
          onMode={onMode}
          onZoom={(factor) => scatter?.zoom(factor)}
          onShowAll={() => scatter?.showAll()}
        />
      </div>
      <div className={classes.legend}>{legend}</div>
      {hoveredPosition && hovered !== null && (
        <div className={classes.tooltip} style={tooltipPlace(hoveredPosition, width, height)}>
          {tooltip(hovered)}
        </div>
      )}
    </div>
  );
}

/** Places the tooltip beside the point, towards the middle of the map. */
function tooltipPlace([x, y]: Position, width: number, height: number) {
  const distance = 14;
  return {
    ...(x > width / 2 ? { right: width - x + distance } : { left: x + distance }),
    ...(y > height / 2 ? { bottom: height - y + distance } : { top: y + distance }),
  };
}
