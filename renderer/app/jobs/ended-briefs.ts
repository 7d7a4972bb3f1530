import type { Job } from '../../../shared/contract/jobs.ts';

type JobsById = Readonly<Record<string, Job>>;

/** Returns the jobs that made a brief, or failed to, since an earlier state; those of another workspace have other starts. */
export function endedBriefs(before: JobsById, now: JobsById): Job[] {
  return Object.values(now).filter(({ id, kind, state, started }) => {
    const earlier = before[id];
    const ran = earlier?.state === 'running' && earlier.started === started;
    return kind === 'brief.make' && (state === 'done' || state === 'failed') && ran;
  });
}
