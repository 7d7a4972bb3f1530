import { isActive, type Job } from '../../shared/contract/jobs.ts';

/** Whether a job other than an estimate is queued or running. */
export function hasWork(jobs: readonly Pick<Job, 'kind' | 'state'>[]): boolean {
  return jobs.some((job) => isActive(job) && !job.kind.endsWith('.estimate'));
}
