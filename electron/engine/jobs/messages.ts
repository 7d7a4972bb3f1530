import type { Progress } from '../../../shared/contract/jobs.ts';
import type { BackendName } from '../../../shared/domain/backends.ts';
import type { ErrorShape } from '../../../shared/errors.ts';

/** What a worker is told to do. */
export interface WorkerStart {
  kind: string;
  input: unknown;
  workspace: string;
  remembered: Record<string, string>;
  /** What its models run on. */
  backend: BackendName;
  /** Whether the worker waits for another job afterwards. */
  stays: boolean;
  /** One element; set to 1 to ask the job to stop. */
  cancelFlag: Int32Array<SharedArrayBuffer>;
}

/** What a worker posts while it runs and when its job ends. */
export type FromWorker =
  | { type: 'progress'; progress: Progress }
  | { type: 'log'; line: string }
  | { type: 'remember'; state: Record<string, string> }
  /** The backend could not be started; the job goes on without it. */
  | { type: 'fellBack'; backend: BackendName; error: ErrorShape }
  | { type: 'done'; output: unknown }
  | { type: 'failed'; error: ErrorShape; stack: string };
