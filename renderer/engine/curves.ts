import { create } from 'zustand';
import type { Output } from '../../shared/contract/index.ts';
import type { Job } from '../../shared/contract/jobs.ts';
import { type Curve, type Curves, joined, withFigures } from '../../shared/domain/curve.ts';
import type { EngineClient } from '../../shared/protocol/client.ts';
import { isActive } from './jobs-store.ts';

interface JobCurves {
  byJob: Readonly<Record<string, Curves>>;
  add(job: Job): void;
  /** Puts what the engine knows before what this window has seen itself. */
  fill(job: string, known: Output<'jobs.curves'>['curves']): void;
}

/** What running jobs tell of their figures. */
export const useCurves = create<JobCurves>((set) => ({
  byJob: {},
  add: ({ id, progress }) => {
    if (progress?.figures) set(({ byJob }) => ({ byJob: { ...byJob, [id]: withFigures(byJob[id] ?? {}, progress) } }));
  },
  fill: (job, known) => {
    const whole = Object.fromEntries(Object.entries(known).map(([name, curve]) => [name, pointsOf(curve)]));
    set(({ byJob }) => ({ byJob: { ...byJob, [job]: joined(whole, byJob[job] ?? {}) } }));
  },
}));

function pointsOf({ at, value }: Output<'jobs.curves'>['curves'][string]): Curve {
  return Array.from(at, (done, i) => [done, value[i] ?? Number.NaN] as const);
}

/** Asks for what running jobs told before this window was there to listen. */
export async function catchUp(jobs: readonly Job[], client: EngineClient): Promise<void> {
  const telling = jobs.filter((job) => isActive(job) && job.progress?.figures);
  await Promise.all(
    telling.map(async ({ id }) => {
      const { curves } = await client.call('jobs.curves', { job: id });
      useCurves.getState().fill(id, curves);
    }),
  );
}
