import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClusterLabels } from './ClusterLabels.tsx';
import type { LassoEffect, ScatterMode } from './gestures.ts';
import { LassoShapes } from './LassoShapes.tsx';
import classes from './MapCanvas.module.css';
import { MapExport } from './MapExport.tsx';
import { MapTools } from './MapTools.tsx';
import type { MapLabel } from './map-label.ts';
import type { MapView } from './map-view.ts';
import type { Position } from './position.ts';
import { useCanvasAttributes } from './use-canvas-attributes.ts';
import { useObstacles } from './use-obstacles.ts';
import { type ScatterView, useScatter } from './use-scatter.ts';
import { useSettledView } from './use-settled-view.ts';

interface MapCanvasProps extends ScatterView {
  labels: readonly MapLabel[];
  activeLabel: number | null;
  /** Areas of the selection, in the map's coordinates. */
  lassos: readonly (readonly Position[])[];
  /** Controls beside the tools. */
  controls?: ReactNode;
  legend: ReactNode;
  /** Title of the legend. */
  title: string;
  /** Returns the points as a CSV file. */
  csv: () => Promise<Blob>;
  /** Content of the tooltip for the point under the pointer. */
  tooltip: (point: number) => ReactNode;
  onMode: (mode: ScatterMode) => void;
  onClick: (point: number) => void;
  onLasso: (polygon: Position[], effect: LassoEffect) => void;
  onClear: () => void;
  onLabel: (key: number, additive: boolean) => void;
  onLabelHover: (key: number | null) => void;
  /** Called when the user has moved the view to another part of the map. */
  onView: (view: MapView) => void;
}

/** The points of a map with labels, tools, legend and tooltip. */
export function MapCanvas(props: MapCanvasProps) {
  const { labels, activeLabel, lassos, legend, tooltip, colouring, palette, mode, highlighted, title, csv } = props;
  const { onMode, onLabel, onLabelHover } = props;
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const { ref: measured, width, height } = useElementSize();
  const ref = useMergedRef(frame, measured);
  const [hovered, setHovered] = useState<number | null>(null);
  const [lassoPath, setLassoPath] = useState<readonly Position[] | null>(null);
  const [view, setView] = useState(0);
  const onMove = useSettledView(() => scatter?.view ?? null, props.onView);
  const scatter = useScatter(frame, props, {
    onHover: setHovered,
    onClick: props.onClick,
    onLassoPath: setLassoPath,
    onLasso: props.onLasso,
    onClear: props.onClear,
    onView: () => setView((count) => count + 1),
    onMove,
  });
  useCanvasAttributes(scatter?.canvas, {
    role: 'img',
    tabindex: '0',
    'aria-label': [
      t('map.canvas', { count: props.x.length }),
      ...(highlighted ? [t('map.highlighted', { count: highlighted.length })] : []),
      t('map.canvasHelp'),
    ].join(' '),
    'data-mode': mode,
    'data-hovered': hovered === null ? undefined : 'true',
    'data-drawn': 'true',
  });
  const overlays = useObstacles(width, height);
  const hoveredPosition = hovered === null ? null : scatter?.screenPosition(hovered);
  return (
    <div ref={ref} className={classes.frame}>
      {scatter && <LassoShapes scatter={scatter} lassos={lassos} path={lassoPath} colour={palette.lasso} />}
      {scatter && (
        <ClusterLabels
          scatter={scatter}
          labels={labels}
          width={width}
          height={height}
          obstacles={overlays.boxes}
          view={view}
          active={activeLabel}
          onToggle={onLabel}
          onHover={onLabelHover}
        />
      )}
      <div className={classes.tools} ref={overlays.add}>
        <MapTools
          mode={mode}
          onMode={onMode}
          onZoom={(factor) => scatter?.zoom(factor)}
          onShowAll={() => scatter?.showAll()}
          onShowSelection={highlighted && highlighted.length > 0 ? () => scatter?.showAll(highlighted) : null}
        >
          {scatter && <MapExport {...{ scatter, colouring, palette, labels, lassos, title, csv }} />}
        </MapTools>
        {props.controls}
      </div>
      {legend && (
        <div className={classes.legend} ref={overlays.add}>
          {legend}
        </div>
      )}
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
