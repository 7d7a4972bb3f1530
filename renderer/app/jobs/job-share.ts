import type { Job } from '../../../shared/contract/jobs.ts';

/** Returns how much of the current stage of a job is done, from 0 to 1; null while unknown. */
export function jobShare({ progress }: Job): number | null {
  return progress && progress.total > 0 ? progress.done / progress.total : null;
}
