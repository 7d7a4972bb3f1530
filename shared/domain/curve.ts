import type { Progress } from '../contract/jobs.ts';

/** Values of a figure over the course of a job: [units done, value], ascending. */
export type Curve = readonly (readonly [number, number])[];

/** Curves by figure name, such as the loss. */
export type Curves = Readonly<Record<string, Curve>>;

/** Maximum number of points; beyond it every second point is dropped. */
const MAX_POINTS = 2000;

/**
 * Returns a curve with a point appended. Points at or after it are removed: a training resumed from a checkpoint
 * reports them again.
 */
export function withPoint(curve: Curve, point: readonly [number, number]): Curve {
  let keptLength = curve.length;
  while (keptLength > 0 && curve[keptLength - 1]![0] >= point[0]) keptLength--;
  const keptPoints = curve.slice(0, keptLength);
  return [...(keptLength < MAX_POINTS ? keptPoints : keptPoints.filter((_, index) => index % 2 === 0)), point];
}

/** Returns the curves with a job's current figures appended. */
export function withFigures(curves: Curves, { done, figures = {} }: Progress): Curves {
  const updated = { ...curves };
  for (const [name, value] of Object.entries(figures)) updated[name] = withPoint(updated[name] ?? [], [done, value]);
  return updated;
}

/** Appends the points of newer curves to the base curves. */
export function mergeCurves(base: Curves, newer: Curves): Curves {
  const curves = { ...base };
  for (const [name, points] of Object.entries(newer)) curves[name] = points.reduce(withPoint, curves[name] ?? []);
  return curves;
}
