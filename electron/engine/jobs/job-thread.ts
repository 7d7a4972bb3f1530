import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { cancelled, PortraitError } from '../../../shared/errors.ts';
import { entryFile } from '../threads/entry-file.ts';
import type { WorkerMessage, WorkerStart } from './messages.ts';

/** TensorFlow reads its log level from the process, not the thread; by default it logs a banner at each start. */
process.env.TF_CPP_MIN_LOG_LEVEL ??= '1';

const POLL_MS = 20;

/** Handle of a running job's thread. */
export interface RunningWorker {
  /** Requests cancellation, and terminates the thread if the job has not stopped within `graceMs`. */
  cancel(graceMs: number): void;
  /** Requests cancellation, and terminates the thread once the job has stopped or `graceMs` have passed. */
  stop(graceMs: number): Promise<void>;
}

interface RunningJob {
  readonly isReusable: boolean;
  readonly cancelFlag: Int32Array<SharedArrayBuffer>;
  readonly onMessage: (message: WorkerMessage) => void;
  readonly onEnd: (reason: PortraitError) => void;
  readonly completion: PromiseWithResolvers<void>;
  timer?: NodeJS.Timeout;
}

/** A thread that runs one job at a time. */
export class JobThread {
  private readonly worker = new Worker(entryFile('job-worker'));
  private running: RunningJob | null = null;
  private crash: Error | null = null;
  private hasExited = false;
  private readonly nativeCalls = new Int32Array(new SharedArrayBuffer(4));

  constructor() {
    this.worker.on('message', (message: WorkerMessage) => {
      this.running?.onMessage(message);
      if (this.running?.isReusable && (message.type === 'done' || message.type === 'failed')) this.end();
    });
    this.worker.on('error', (error) => {
      this.crash = error;
    });
    this.worker.on('exit', () => {
      this.hasExited = true;
      this.end();
    });
  }

  get isGone(): boolean {
    return this.hasExited;
  }

  /**
   * Runs a job. `onEnd` is called when its thread has exited or, if it is reusable, is free; with the reason if the job
   * did not report its own end.
   */
  run(
    start: Omit<WorkerStart, 'cancelFlag' | 'nativeCalls'>,
    onMessage: (message: WorkerMessage) => void,
    onEnd: (reason: PortraitError) => void,
  ): RunningWorker {
    const cancelFlag = new Int32Array(new SharedArrayBuffer(4));
    const completion = Promise.withResolvers<void>();
    const running: RunningJob = { isReusable: start.isReusable, cancelFlag, onMessage, onEnd, completion };
    this.running = running;
    this.worker.ref();
    this.worker.postMessage({ ...start, cancelFlag, nativeCalls: this.nativeCalls } satisfies WorkerStart);
    return {
      cancel: (graceMs) => {
        Atomics.store(cancelFlag, 0, 1);
        running.timer ??= setTimeout(() => void this.terminate(), graceMs);
      },
      stop: async (graceMs) => {
        Atomics.store(cancelFlag, 0, 1);
        clearTimeout(running.timer);
        running.timer = setTimeout(() => completion.resolve(), graceMs);
        await completion.promise;
        await this.terminate();
      },
    };
  }

  /** Terminates the thread after its pending native calls, which a cancelled job interrupts. */
  async terminate(): Promise<void> {
    while (!this.hasExited && Atomics.load(this.nativeCalls, 0) > 0) await delay(POLL_MS);
    await this.worker.terminate();
  }

  private end(): void {
    const { running } = this;
    if (!running) return;
    this.running = null;
    clearTimeout(running.timer);
    running.completion.resolve();
    // An idle thread does not keep the process alive.
    this.worker.unref();
    running.onEnd(Atomics.load(running.cancelFlag, 0) === 1 ? cancelled() : jobDied(this.crash));
  }
}

function jobDied(crash: Error | null): PortraitError {
  const reason = crash ? `: ${crash.message}` : '.';
  return new PortraitError(
    {
      code: 'JOB_DIED',
      message: `The job ended unexpectedly${reason}`,
      hint: 'It may have run out of memory: close other programs or choose smaller settings, then resume the job.',
      details: { systemMessage: crash?.message ?? '' },
    },
    crash ? { cause: crash } : undefined,
  );
}
