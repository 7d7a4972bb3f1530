import { Worker } from 'node:worker_threads';
import { cancelled, PortraitError } from '../../../shared/errors.ts';
import type { FromWorker, WorkerStart } from './messages.ts';

/** TensorFlow, where a job runs on it, asks the process and not the thread how much to say; by default it greets at each start. */
process.env.TF_CPP_MIN_LOG_LEVEL ??= '1';

export interface RunningWorker {
  /** Asks the job to stop, and ends its thread if it has not within `graceMs`. */
  cancel(graceMs: number): void;
  terminate(): Promise<void>;
}

/** The worker's file beside this one: TypeScript when run from source, JavaScript in the bundle. */
function workerFile(): URL {
  const fromSource = import.meta.url.endsWith('.ts');
  return new URL(fromSource ? './worker.ts' : './worker.js', import.meta.url);
}

/** Starts a job's thread. `onEnd` is called once it is gone, with the reason if it went without a word. */
export function startWorker(
  start: Omit<WorkerStart, 'cancelFlag'>,
  onMessage: (message: FromWorker) => void,
  onEnd: (reason: PortraitError) => void,
): RunningWorker {
  const cancelFlag = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(workerFile(), { workerData: { ...start, cancelFlag } satisfies WorkerStart });
  let crash: Error | null = null;
  worker.on('message', onMessage);
  worker.on('error', (error) => {
    crash = error;
  });
  worker.on('exit', () => onEnd(Atomics.load(cancelFlag, 0) === 1 ? cancelled() : died(crash)));
  return {
    cancel(graceMs) {
      Atomics.store(cancelFlag, 0, 1);
      const timer = setTimeout(() => void worker.terminate(), graceMs);
      worker.once('exit', () => clearTimeout(timer));
    },
    async terminate() {
      await worker.terminate();
    },
  };
}

function died(crash: Error | null): PortraitError {
  const reason = crash ? `: ${crash.message}` : '.';
  return new PortraitError(
    {
      code: 'JOB_DIED',
      message: `The job’s thread ended before the job did${reason}`,
      hint: 'Often memory ran out: close other programs, or choose a smaller setting, and resume the job.',
    },
    crash ? { cause: crash } : undefined,
  );
}
