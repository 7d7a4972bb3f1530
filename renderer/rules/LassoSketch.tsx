import { Skeleton } from '@mantine/core';
import { type PointerEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mapPalette } from '../components/map-palette.ts';
import { usePalette } from '../components/use-palette.ts';
import { useCall } from '../engine/use-call.ts';
import type { Position } from '../map/position.ts';
import { simplifyPolygon } from '../map/simplify-polygon.ts';
import { sketchOf } from './lasso-sketch.ts';
import classes from './rules.module.css';

interface LassoSketchProps {
  map: string;
  /** Area in the map’s coordinates; empty if there is none. */
  polygon: readonly Position[];
  onDraw: (polygon: Position[]) => void;
}

/** Size in pixels. */
const SIZE = { width: 280, height: 180 };

/** Small drawing of a map with an area. Drawing with the pointer replaces the area. */
export function LassoSketch({ map, polygon, onDraw }: LassoSketchProps) {
  const { t } = useTranslation();
  const palette = mapPalette(usePalette().dark);
  const { data } = useCall('map.points', { map });
  const sketch = useMemo(() => data && sketchOf(data, SIZE), [data]);
  const [path, setPath] = useState<readonly Position[] | null>(null);
  if (!sketch) return <Skeleton {...SIZE} />;
  const end = () => {
    const drawn = path && simplifyPolygon(path.map(sketch.toMap));
    setPath(null);
    if (drawn) onDraw(drawn);
  };
  const corners = path ?? polygon.map(sketch.toPixels);
  return (
    <svg
      {...SIZE}
      className={classes.sketch}
      style={{ background: palette.background }}
      role="img"
      aria-label={polygon.length === 0 ? t('rules.sketchEmpty') : t('rules.sketch', { count: polygon.length })}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setPath([positionOf(event)]);
      }}
      onPointerMove={(event) => path && setPath([...path, positionOf(event)])}
      onPointerUp={end}
      onPointerCancel={() => setPath(null)}
    >
      <path d={sketch.points} stroke={palette.none} strokeWidth={2.5} strokeLinecap="round" />
      <polygon
        points={corners.map((corner) => corner.join()).join(' ')}
        fill={palette.lasso}
        fillOpacity={0.15}
        stroke={palette.lasso}
        strokeWidth={1.5}
      />
    </svg>
  );
}

function positionOf({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): Position {
  const { left, top } = currentTarget.getBoundingClientRect();
  return [clientX - left, clientY - top];
}
