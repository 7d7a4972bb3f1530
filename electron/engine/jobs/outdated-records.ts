import { isActive } from '../../../shared/contract/jobs.ts';
import type { JobRecord } from './record-files.ts';

/** Number of newest ended jobs whose records are always kept. */
const MAX_ENDED = 200;

/** Returns the ended jobs beyond the newest, except those with a state to resume from; `records` are oldest first. */
export function outdatedRecords(records: readonly JobRecord[]): JobRecord[] {
  const ended = records.filter(({ job }) => !isActive(job));
  return ended
    .slice(0, Math.max(0, ended.length - MAX_ENDED))
    .filter(({ job, resumeState }) => !job.resumable || Object.keys(resumeState).length === 0);
}
