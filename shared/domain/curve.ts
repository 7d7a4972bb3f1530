import type { Progress } from '../contract/jobs.ts';

/** A figure over the course of a job: [units done, value], ascending. */
export type Curve = readonly (readonly [number, number])[];

/** Curves by figure, such as the loss. */
export type Curves = Readonly<Record<string, Curve>>;

/** When there are more points, every second one is left out. */
const MOST_POINTS = 2000;

/** A curve with one more point. Points from there on give way: a training that goes on from a checkpoint tells them again. */
export function withPoint(curve: Curve, point: readonly [number, number]): Curve {
  let kept = curve.length;
  while (kept > 0 && curve[kept - 1]![0] >= point[0]) kept--;
  const before = curve.slice(0, kept);
  return [...(kept < MOST_POINTS ? before : before.filter((_, index) => index % 2 === 0)), point];
}

/** Curves with what a job says of its figures now. */
export function withFigures(curves: Curves, { done, figures = {} }: Progress): Curves {
  const grown = { ...curves };
  for (const [name, value] of Object.entries(figures)) grown[name] = withPoint(grown[name] ?? [], [done, value]);
  return grown;
}

/** Curves up to where they were told whole, and what has come since. */
export function joined(whole: Curves, since: Curves): Curves {
  const curves = { ...whole };
  for (const [name, points] of Object.entries(since)) curves[name] = points.reduce(withPoint, curves[name] ?? []);
  return curves;
}
