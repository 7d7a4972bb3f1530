import { create } from 'zustand';
import type { Output } from '../../shared/contract/index.ts';
import type { Job } from '../../shared/contract/jobs.ts';
import { type Curve, type Curves, mergeCurves, withFigures } from '../../shared/domain/curve.ts';
import type { EngineClient } from '../../shared/protocol/client.ts';
import { isActive } from './jobs-store.ts';

interface JobCurves {
  byJob: Readonly<Record<string, Curves>>;
  add(job: Job): void;
  /** Puts the points recorded by the engine before those received by this window. */
  prepend(job: string, curves: Output<'jobs.curves'>['curves']): void;
}

/** Curves of the figures that running jobs report. */
export const useCurves = create<JobCurves>((set) => ({
  byJob: {},
  add: ({ id, progress }) => {
    if (progress?.figures) set(({ byJob }) => ({ byJob: { ...byJob, [id]: withFigures(byJob[id] ?? {}, progress) } }));
  },
  prepend: (job, curves) => {
    const earlierCurves = Object.fromEntries(Object.entries(curves).map(([name, curve]) => [name, pointsOf(curve)]));
    set(({ byJob }) => ({ byJob: { ...byJob, [job]: mergeCurves(earlierCurves, byJob[job] ?? {}) } }));
  },
}));

function pointsOf({ at, value }: Output<'jobs.curves'>['curves'][string]): Curve {
  return Array.from(at, (done, i) => [done, value[i] ?? Number.NaN] as const);
}

/** Requests the figures that running jobs reported before this window connected. */
export async function loadEarlierCurves(jobs: readonly Job[], client: EngineClient): Promise<void> {
  const jobsWithCurves = jobs.filter((job) => isActive(job) && job.progress?.figures);
  await Promise.all(
    jobsWithCurves.map(async ({ id }) => {
      const { curves } = await client.call('jobs.curves', { job: id });
      useCurves.getState().prepend(id, curves);
    }),
  );
}
