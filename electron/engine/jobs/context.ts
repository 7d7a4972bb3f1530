import type { Progress } from '../../../shared/contract/jobs.ts';
import type { Workspace } from '../store/workspace.ts';

/** What a job's function is given besides its input. It runs in a worker thread with a database connection of its own. */
export interface JobContext {
  readonly workspace: Workspace;
  /** Reports how far the job is; cheap enough to call from a loop (the receiver throttles). */
  progress(progress: Progress): void;
  log(line: string): void;
  /** Keeps what the job needs to be taken up again after a crash, such as the id of its run. */
  remember(state: Record<string, string>): void;
  /** What an earlier attempt at this job remembered; empty at the first attempt. */
  readonly remembered: Readonly<Record<string, string>>;
  /** Throws the `CANCELLED` error once the job has been cancelled; call it at least every 100 ms of work. */
  checkCancelled(): void;
}

export type JobFunction<Input, Output> = (input: Input, context: JobContext) => Promise<Output>;
