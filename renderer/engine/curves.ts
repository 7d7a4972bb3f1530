import { create } from 'zustand';
import type { Job } from '../../shared/contract/jobs.ts';

/** A figure over the course of a job: [units done, value]. */
export type Curve = readonly (readonly [number, number])[];

interface Curves {
  /** By job and figure. */
  byJob: Readonly<Record<string, Readonly<Record<string, Curve>>>>;
  add(job: Job): void;
}

/** When there are more points, every second one is left out. */
const MOST_POINTS = 2000;

/** What running jobs have told of their figures since the window was opened. */
export const useCurves = create<Curves>((set) => ({
  byJob: {},
  add: ({ id, progress }) => {
    if (!progress?.figures) return;
    const { done, figures } = progress;
    set(({ byJob }) => {
      const curves = { ...byJob[id] };
      for (const [name, value] of Object.entries(figures)) curves[name] = withPoint(curves[name] ?? [], [done, value]);
      return { byJob: { ...byJob, [id]: curves } };
    });
  },
}));

/** A curve with one more point; a point at the same place takes the last one's. */
export function withPoint(curve: Curve, point: readonly [number, number]): Curve {
  if (curve.at(-1)?.[0] === point[0]) return [...curve.slice(0, -1), point];
  const thin = curve.length < MOST_POINTS ? curve : curve.filter((_, index) => index % 2 === 0);
  return [...thin, point];
}
