import type { PortraitError } from '../../../shared/errors.ts';
import { JobThread, type RunningWorker } from './job-thread.ts';
import type { FromWorker, WorkerStart } from './messages.ts';

/** How long a thread that has answered a question waits for the next one. */
const IDLE_MS = 5 * 60_000;

/** A thread that waits, with the models that it keeps. */
interface Waiting {
  readonly thread: JobThread;
  readonly backend: WorkerStart['backend'];
  readonly timer: NodeJS.Timeout;
}

/** The threads of jobs: a new one for each but questions, whose thread waits for the next question for some minutes. */
export class JobThreads {
  private waiting: Waiting | null = null;

  /** `onEnd` is called once the job's thread is gone or free, with the reason if the job has not told its own end. */
  run(
    start: Omit<WorkerStart, 'cancelFlag'>,
    onMessage: (message: FromWorker) => void,
    onEnd: (reason: PortraitError) => void,
  ): RunningWorker {
    const thread = (start.stays && this.take(start.backend)) || new JobThread();
    return thread.run(start, onMessage, (reason) => {
      if (start.stays && !thread.gone) void this.keep(thread, start.backend);
      onEnd(reason);
    });
  }

  /** Ends the thread that waits, if one does. */
  async end(): Promise<void> {
    const { waiting } = this;
    this.waiting = null;
    clearTimeout(waiting?.timer);
    await waiting?.thread.terminate();
  }

  private take(backend: Waiting['backend']): JobThread | null {
    if (this.waiting?.backend !== backend) return null;
    const { thread, timer } = this.waiting;
    this.waiting = null;
    clearTimeout(timer);
    return thread.gone ? null : thread;
  }

  /** In place of one that waits already, which has not answered the last question. */
  private async keep(thread: JobThread, backend: Waiting['backend']): Promise<void> {
    const before = this.end();
    const timer = setTimeout(() => void this.end(), IDLE_MS).unref();
    this.waiting = { thread, backend, timer };
    await before;
  }
}
