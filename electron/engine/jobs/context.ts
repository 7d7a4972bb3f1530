import type { Progress } from '../../../shared/contract/jobs.ts';
import type { Workspace } from '../store/workspace.ts';

/**
 * Context passed to a job's function besides its input. The job runs in a worker thread with its own database
 * connection.
 */
export interface JobContext {
  readonly workspace: Workspace;
  /** Reports progress; cheap enough for a loop, since the receiver throttles it. */
  progress(progress: Progress): void;
  log(line: string): void;
  /** Saves the state needed to resume the job after a crash, such as the id of its run. */
  remember(state: Record<string, string>): void;
  /** State saved by earlier attempts at this job; empty in the first attempt. */
  readonly remembered: Readonly<Record<string, string>>;
  /** Throws the `CANCELLED` error if the job has been cancelled; must be called at least every 100 ms of work. */
  checkCancelled(): void;
}

export type JobFunction<Input, Output> = (input: Input, context: JobContext) => Promise<Output>;
