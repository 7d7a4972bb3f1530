import type { Job } from '../../shared/contract/jobs.ts';

/**
 * Returns the completed fraction of a job, in [0, 1]: of the whole job if it reports one, otherwise of its current
 * stage; null while unknown.
 */
export function jobShare({ progress }: Pick<Job, 'progress'>): number | null {
  if (!progress) return null;
  return progress.overall ?? (progress.total > 0 ? progress.done / progress.total : null);
}
