import classes from './MapCanvas.module.css';
import type { Position } from './position.ts';
import type { Scatter } from './scatter.ts';

interface LassoShapesProps {
  scatter: Scatter;
  /** Areas of the selection, in the map's coordinates. */
  lassos: readonly (readonly Position[])[];
  /** The lasso that is being drawn, in pixels; null for none. */
  path: readonly Position[] | null;
  colour: string;
}

/** Outlines of the selected areas, and of the lasso that is being drawn. */
export function LassoShapes({ scatter, lassos, path, colour }: LassoShapesProps) {
  const areas = lassos.map((polygon) =>
    polygon.flatMap((corner) => scatter.screenPlace(corner)?.join() ?? []).join(' '),
  );
  const drawn = path ? [path.map((corner) => corner.join()).join(' ')] : [];
  if (areas.length + drawn.length === 0) return null;
  return (
    <svg className={classes.lasso} aria-hidden>
      {[...areas, ...drawn].map((points) => (
        <polygon key={points} points={points} style={{ fill: colour, stroke: colour }} />
      ))}
    </svg>
  );
}
