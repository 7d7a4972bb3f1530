import type { Job } from '../../../shared/contract/jobs.ts';

type JobsById = Readonly<Record<string, Job>>;

/**
 * Returns the brief jobs that have finished or failed since an earlier state. The start time tells a job from one with
 * the same id in another workspace.
 */
export function endedBriefs(before: JobsById, now: JobsById): Job[] {
  return Object.values(now).filter(({ id, kind, state, started }) => {
    const earlier = before[id];
    const ran = earlier?.state === 'running' && earlier.started === started;
    return kind === 'brief.make' && (state === 'done' || state === 'failed') && ran;
  });
}
