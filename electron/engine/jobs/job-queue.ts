import { isMeasurement, isWriter, type LiveJob } from './live-job.ts';

/** Maximum number of jobs that only read at the same time. Each has threads with data and a model of its own. */
const MAX_READERS = 2;

/**
 * Queued and running jobs. Writing jobs run one at a time, in order of arrival: SQLite allows one writer, and two
 * trainings on the same cores take longer than one after the other. Jobs that only read do not wait for them, but a
 * limited number of them run at once, and only one that measures speed.
 */
export class JobQueue {
  private readonly maxReaders: number;
  private readonly queued: LiveJob[] = [];
  private readonly running = new Set<LiveJob>();

  constructor(maxReaders = MAX_READERS) {
    this.maxReaders = maxReaders;
  }

  add(job: LiveJob): void {
    this.queued.push(job);
  }

  /** Removes a queued job. */
  remove(job: LiveJob): void {
    const at = this.queued.indexOf(job);
    if (at >= 0) this.queued.splice(at, 1);
  }

  /** Returns the next job that may start and counts it as running; null if there is none. */
  takeNext(): LiveJob | null {
    const at = this.queued.findIndex((job) => this.mayStart(job));
    const [job = null] = at < 0 ? [] : this.queued.splice(at, 1);
    if (job) this.running.add(job);
    return job;
  }

  /** Removes a running job that has ended. */
  end(job: LiveJob): void {
    this.running.delete(job);
  }

  /** Removes and returns all queued jobs. */
  clear(): LiveJob[] {
    return this.queued.splice(0);
  }

  runningJobs(): LiveJob[] {
    return [...this.running];
  }

  private mayStart(job: LiveJob): boolean {
    const running = this.runningJobs();
    const writers = running.filter(isWriter).length;
    if (isWriter(job)) return writers === 0;
    if (isMeasurement(job) && running.some(isMeasurement)) return false;
    return running.length - writers < this.maxReaders;
  }
}
