import type { PortraitError } from '../../../shared/errors.ts';
import { JobThread, type RunningWorker } from './job-thread.ts';
import type { WorkerMessage, WorkerStart } from './messages.ts';

/** How long an idle interactive thread waits for its next job. */
const IDLE_MS = 5 * 60_000;

/** An idle thread with the models it caches. */
interface IdleThread {
  readonly thread: JobThread;
  readonly backend: WorkerStart['backend'];
  readonly timer: NodeJS.Timeout;
}

/** Threads of jobs: a new one per job, except for interactive jobs, whose thread is reused for some minutes. */
export class JobThreads {
  private idle: IdleThread | null = null;

  /**
   * `onEnd` is called when the job's thread has exited or is free, with the reason if the job did not report its own
   * end.
   */
  run(
    start: Omit<WorkerStart, 'cancelFlag' | 'nativeCalls'>,
    onMessage: (message: WorkerMessage) => void,
    onEnd: (reason: PortraitError) => void,
  ): RunningWorker {
    const thread = (start.isReusable && this.takeIdle(start.backend)) || new JobThread();
    return thread.run(start, onMessage, (reason) => {
      if (start.isReusable && !thread.isGone) void this.keepIdle(thread, start.backend);
      onEnd(reason);
    });
  }

  /** Terminates the idle thread, if any. */
  async end(): Promise<void> {
    const { idle } = this;
    this.idle = null;
    clearTimeout(idle?.timer);
    await idle?.thread.terminate();
  }

  private takeIdle(backend: IdleThread['backend']): JobThread | null {
    if (this.idle?.backend !== backend) return null;
    const { thread, timer } = this.idle;
    this.idle = null;
    clearTimeout(timer);
    return thread.isGone ? null : thread;
  }

  /** Keeps a thread as the idle one, replacing another that is idle already and was used earlier. */
  private async keepIdle(thread: JobThread, backend: IdleThread['backend']): Promise<void> {
    const previousEnded = this.end();
    const timer = setTimeout(() => void this.end(), IDLE_MS).unref();
    this.idle = { thread, backend, timer };
    await previousEnded;
  }
}
