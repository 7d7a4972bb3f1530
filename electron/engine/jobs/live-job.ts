import { jobTraits } from '../../../shared/contract/index.ts';
import type { Layout } from '../../../shared/contract/jobs.ts';
import type { Curves } from '../../../shared/domain/curve.ts';
import type { RunningWorker } from './job-thread.ts';
import type { JobRecord } from './record-files.ts';

/**
 * A job with its state in this process: the record (with the typed arrays of the result while the workspace is open),
 * the curves, the intermediate layout of a map, and the thread.
 */
export interface LiveJob extends JobRecord {
  curves: Curves;
  layout: Layout | null;
  /** Log lines that are not in a file. */
  lines: string[];
  worker: RunningWorker | null;
}

/** Whether a job may write to the workspace. */
export const isWriter = ({ job }: LiveJob) => !jobTraits(job.kind).reads;

/** Whether the record of a job is stored. */
export const isRecorded = ({ job }: LiveJob) => {
  const { reads, isRecorded: recorded = !reads } = jobTraits(job.kind);
  return recorded;
};

/** Whether a job measures the machine's speed; two of them at the same time would halve each other's result. */
export const isMeasurement = ({ job }: LiveJob) => jobTraits(job.kind).measuresSpeed === true;
