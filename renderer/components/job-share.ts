import type { Job } from '../../shared/contract/jobs.ts';

/** Returns how much of a job of several parts, or of the current stage of another, is done, from 0 to 1; null while unknown. */
export function jobShare({ progress }: Pick<Job, 'progress'>): number | null {
  if (!progress) return null;
  return progress.overall ?? (progress.total > 0 ? progress.done / progress.total : null);
}
