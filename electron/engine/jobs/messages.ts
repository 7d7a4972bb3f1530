import type { Layout, Progress } from '../../../shared/contract/jobs.ts';
import type { BackendName } from '../../../shared/domain/backends.ts';
import type { ErrorFacts } from '../../../shared/domain/error-facts.ts';
import type { ErrorShape } from '../../../shared/errors.ts';
import type { ResumeStateChanges } from './context.ts';

/** Message that starts a job in a worker. */
export interface WorkerStart {
  kind: string;
  input: unknown;
  workspace: string;
  resumeState: Record<string, string>;
  /** Backend of its models. */
  backend: BackendName;
  /** Whether the worker stays alive for another job afterwards. */
  isReusable: boolean;
  /** One element; set to 1 to request cancellation. */
  cancelFlag: Int32Array<SharedArrayBuffer>;
  /** One element: the number of pending calls of native add-ons, during which the thread is not terminated. */
  nativeCalls: Int32Array<SharedArrayBuffer>;
}

/** Messages that a worker posts while it runs and when its job ends. */
export type WorkerMessage =
  | { type: 'progress'; progress: Progress }
  | { type: 'layout'; layout: Layout }
  | { type: 'log'; line: string }
  | { type: 'resumeState'; changes: ResumeStateChanges }
  /** The backend could not be started; the job continues on wasm. */
  | { type: 'fellBack'; backend: BackendName; error: ErrorShape }
  | { type: 'done'; output: unknown }
  | { type: 'failed'; error: ErrorShape; stack: string; facts: ErrorFacts };
