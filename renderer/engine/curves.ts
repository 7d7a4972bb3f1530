import { create } from 'zustand';
import type { Output } from '../../shared/contract/index.ts';
import type { Job } from '../../shared/contract/jobs.ts';
import { type Curve, type Curves, mergeCurves, withFigures } from '../../shared/domain/curve.ts';
import type { EngineClient } from '../../shared/protocol/client.ts';
import { attemptKey } from './jobs-store.ts';

interface JobCurves {
  /** Curves from the first step on, by `attemptKey`. */
  byJob: Readonly<Record<string, Curves>>;
  /** Points of jobs whose earlier points have been requested from the engine and have not arrived yet. */
  early: Readonly<Record<string, Curves>>;
}

const EMPTY: JobCurves = { byJob: {}, early: {} };

/** Curves of the figures that running jobs report. */
export const useCurves = create<JobCurves>(() => EMPTY);

/** Discards all curves: after a lost connection they lack the points reported meanwhile. */
export function clearCurves(): void {
  useCurves.setState(EMPTY);
}

/**
 * Adds the current figures of a job to its curves. For a job that is new to this window, requests the points reported
 * before; the job has no curves until they have arrived, so that a curve never begins in the middle.
 */
export async function addFigures(job: Job, client: Pick<EngineClient, 'call'>): Promise<void> {
  const { progress } = job;
  if (!progress?.figures) return;
  const key = attemptKey(job);
  const { byJob, early } = useCurves.getState();
  const curves = byJob[key];
  if (curves) return useCurves.setState({ byJob: { ...byJob, [key]: withFigures(curves, progress) } });
  const isNew = early[key] === undefined;
  useCurves.setState({ early: { ...early, [key]: withFigures(early[key] ?? {}, progress) } });
  if (!isNew) return;
  const recorded = await client.call('jobs.curves', { job: job.id }).then(
    (response) => response.curves,
    () => ({}),
  );
  useCurves.setState((state) => {
    const { [key]: points, ...others } = state.early;
    if (points === undefined) return state;
    return { early: others, byJob: { ...state.byJob, [key]: mergeCurves(curvesOf(recorded), points) } };
  });
}

function curvesOf(columns: Output<'jobs.curves'>['curves']): Curves {
  return Object.fromEntries(
    Object.entries(columns).map(([name, { at, value }]): [string, Curve] => [
      name,
      Array.from(at, (done, i) => [done, value[i] ?? Number.NaN] as const),
    ]),
  );
}
