import { Worker } from 'node:worker_threads';
import { cancelled, PortraitError } from '../../../shared/errors.ts';
import type { FromWorker, WorkerStart } from './messages.ts';

/** TensorFlow, where a job runs on it, asks the process and not the thread how much to say; by default it greets at each start. */
process.env.TF_CPP_MIN_LOG_LEVEL ??= '1';

/** A job's thread while the job runs. */
export interface RunningWorker {
  /** Asks the job to stop, and ends its thread if it has not within `graceMs`. */
  cancel(graceMs: number): void;
  terminate(): Promise<void>;
}

interface Running {
  readonly stays: boolean;
  readonly cancelFlag: Int32Array<SharedArrayBuffer>;
  readonly onMessage: (message: FromWorker) => void;
  readonly onEnd: (reason: PortraitError) => void;
  timer?: NodeJS.Timeout;
}

/** The worker's file beside this one: TypeScript when run from source, JavaScript in the bundle. */
function workerFile(): URL {
  const fromSource = import.meta.url.endsWith('.ts');
  return new URL(fromSource ? '../job-worker.ts' : './worker.js', import.meta.url);
}

/** A thread for jobs, one at a time. */
export class JobThread {
  private readonly worker = new Worker(workerFile());
  private running: Running | null = null;
  private crash: Error | null = null;
  private ended = false;

  constructor() {
    this.worker.on('message', (message: FromWorker) => {
      this.running?.onMessage(message);
      if (this.running?.stays && (message.type === 'done' || message.type === 'failed')) this.end();
    });
    this.worker.on('error', (error) => {
      this.crash = error;
    });
    this.worker.on('exit', () => {
      this.ended = true;
      this.end();
    });
  }

  get gone(): boolean {
    return this.ended;
  }

  /**
   * Runs a job. `onEnd` is called once its thread is gone or, where it `stays`, free; with the reason if the job has not told
   * its own end.
   */
  run(
    start: Omit<WorkerStart, 'cancelFlag'>,
    onMessage: (message: FromWorker) => void,
    onEnd: (reason: PortraitError) => void,
  ): RunningWorker {
    const cancelFlag = new Int32Array(new SharedArrayBuffer(4));
    const running: Running = { stays: start.stays, cancelFlag, onMessage, onEnd };
    this.running = running;
    this.worker.ref();
    this.worker.postMessage({ ...start, cancelFlag } satisfies WorkerStart);
    return {
      cancel: (graceMs) => {
        Atomics.store(cancelFlag, 0, 1);
        running.timer = setTimeout(() => void this.terminate(), graceMs);
      },
      terminate: () => this.terminate(),
    };
  }

  async terminate(): Promise<void> {
    await this.worker.terminate();
  }

  private end(): void {
    const { running } = this;
    if (!running) return;
    this.running = null;
    clearTimeout(running.timer);
    // A thread that waits for its next job is no reason for the process to stay.
    this.worker.unref();
    running.onEnd(Atomics.load(running.cancelFlag, 0) === 1 ? cancelled() : died(this.crash));
  }
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
