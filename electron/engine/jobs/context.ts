import type { Layout, Progress } from '../../../shared/contract/jobs.ts';
import type { Workspace } from '../store/workspace.ts';

export type ResumeStateChanges = Readonly<Record<string, string | null>>;

/** Returns a resume state with some entries replaced, added or, if null, deleted. */
export function changedResumeState(
  state: Readonly<Record<string, string>>,
  changes: ResumeStateChanges,
): Record<string, string> {
  const entries = Object.entries({ ...state, ...changes });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null));
}

/**
 * Context passed to a job's function besides its input. The job runs in a worker thread with its own database
 * connection.
 */
export interface JobContext {
  readonly workspace: Workspace;
  /** Reports progress; cheap enough for a loop, since the receiver throttles it. */
  progress(progress: Progress): void;
  /** Publishes an intermediate layout; cheap enough for a loop, since `layout` is called at most a few times per second. */
  showLayout(layout: () => Layout): void;
  log(line: string): void;
  /**
   * Saves what is needed to resume the job after a crash, such as the id of its run, in addition to what is saved
   * already; null deletes an entry.
   */
  saveResumeState(changes: ResumeStateChanges): void;
  /** State saved by earlier attempts at this job; empty in the first attempt. */
  readonly resumeState: Readonly<Record<string, string>>;
  /** Throws the `CANCELLED` error if the job has been cancelled; must be called at least every 100 ms of work. */
  checkCancelled(): void;
}

export type JobFunction<Input, Output> = (input: Input, context: JobContext) => Promise<Output>;
