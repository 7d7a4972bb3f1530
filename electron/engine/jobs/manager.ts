import { jobTraits } from '../../../shared/contract/index.ts';
import { type EngineEvent, isActive, type Job, type Layout } from '../../../shared/contract/jobs.ts';
import type { BackendName } from '../../../shared/domain/backends.ts';
import type { Curves } from '../../../shared/domain/curve.ts';
import { CANCELLED, cancelled, type ErrorShape, errorShape } from '../../../shared/errors.ts';
import type { EngineLog } from '../log/engine-log.ts';
import { Estimate } from './estimate.ts';
import { interrupted, notResumable } from './job-errors.ts';
import { JobQueue } from './job-queue.ts';
import { JobThreads } from './job-threads.ts';
import { JobUpdates } from './job-updates.ts';
import { isRecorded, type LiveJob } from './live-job.ts';
import { JobRecords } from './records.ts';

/** Leaves out typed arrays, which hold no ids. */
const withoutColumns = (_key: string, value: unknown) => (ArrayBuffer.isView(value) ? undefined : value);

/** How long a cancelled job may take to stop by itself before its thread is terminated. */
const GRACE_MS = 5_000;

/** Source of the backend that models run on. */
interface JobBackends {
  /** Read at the start of each job. */
  inUse(): BackendName;
  /** Called when a job could not start the backend and continues on wasm. */
  recordFailure(name: BackendName, error: ErrorShape): void;
}

interface JobOptions {
  readonly backends: JobBackends;
  readonly log: EngineLog;
  /** Makes room on a full disk; returns whether it could. By default there is none to make. */
  readonly makeRoom?: () => boolean;
}

/** The part of the engine by which a handler reaches the jobs. */
export interface JobsContext {
  jobs(): JobManager;
}

/** Jobs of an open workspace, each in a worker thread; see `JobQueue` for their order. */
export class JobManager {
  private readonly workspace: string;
  private readonly backends: JobBackends;
  private readonly makeRoom: () => boolean;
  private readonly records: JobRecords;
  private readonly updates: JobUpdates;
  private readonly queue = new JobQueue();
  private readonly threads = new JobThreads();
  /** Hidden jobs, by the id of the deleted run. */
  private readonly hidden = new Map<string, readonly LiveJob[]>();
  private closed = false;

  constructor(
    workspace: string,
    emit: (event: EngineEvent) => void,
    { backends, log, makeRoom = () => false }: JobOptions,
  ) {
    this.workspace = workspace;
    this.backends = backends;
    this.makeRoom = makeRoom;
    const records = new JobRecords(workspace, log);
    this.records = records;
    const recordBackendFailure = (name: BackendName, error: ErrorShape) => backends.recordFailure(name, error);
    this.updates = new JobUpdates({ records, log, emit, recordBackendFailure });
    for (const job of records.all()) if (isActive(job.job)) this.updates.finish(job, errorShape(interrupted()));
  }

  list(): Job[] {
    return this.records.all().map(({ job }) => job);
  }

  /** Starts or queues a job and returns its id. Throws, and starts nothing, if its record cannot be written. */
  start(kind: string, input: unknown, resumeState: Record<string, string> = {}, curves: Curves = {}): string {
    const job = this.records.create(kind, input, resumeState, curves);
    this.updates.announce(job);
    this.queue.add(job);
    this.startNext();
    return job.job.id;
  }

  /** Starts a job that continues another one. Throws JOB_NOT_FOUND, JOB_NOT_RESUMABLE and what `start` throws. */
  resume(id: string): string {
    const earlier = this.records.get(id);
    const { job, input, resumeState, curves } = earlier;
    if (!job.resumable) throw notResumable(job);
    const resumed = this.start(job.kind, input, resumeState, curves);
    earlier.job = { ...job, resumable: false };
    this.updates.publish(earlier);
    return resumed;
  }

  cancel(id: string): void {
    const job = this.records.get(id);
    if (job.job.state === 'queued') {
      this.queue.remove(job);
      this.updates.finish(job, errorShape(cancelled()));
    } else job.worker?.cancel(GRACE_MS);
  }

  result(id: string): unknown {
    const job = this.records.get(id);
    if (!isRecorded(job)) this.records.delete(id);
    return job.output;
  }

  curves(id: string): Curves {
    return this.records.get(id).curves;
  }

  layout(id: string): Layout | null {
    return this.records.get(id).layout;
  }

  log(id: string): string[] {
    return this.records.readLog(this.records.get(id));
  }

  /** Returns a queued or running job whose input or saved state contains an id. */
  openJobReferringTo(id: string): Job | undefined {
    const refersToId = ({ input, resumeState }: LiveJob) =>
      JSON.stringify([input, resumeState]).includes(JSON.stringify(id));
    return this.records.all().find((job) => isActive(job.job) && refersToId(job))?.job;
  }

  /**
   * Hides the ended jobs whose input, saved state or output contains an id, until `showReferringTo` is called with it.
   * Returns their ids. The caller moves their files.
   */
  hideReferringTo(id: string): string[] {
    const refersToId = ({ input, resumeState, output }: LiveJob) =>
      JSON.stringify([input, resumeState, output], withoutColumns).includes(JSON.stringify(id));
    const jobs = this.records.all().filter((job) => !isActive(job.job) && refersToId(job));
    this.hidden.set(id, jobs);
    for (const { job } of jobs) this.records.delete(job.id);
    return jobs.map(({ job }) => job.id);
  }

  showReferringTo(id: string): void {
    this.records.restore(this.hidden.get(id) ?? []);
    this.hidden.delete(id);
  }

  /** Stops all jobs so that the workspace can be closed; they are marked as interrupted and can be resumed. */
  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.queue.clear()) this.updates.finish(job, errorShape(interrupted()));
    for (const job of this.queue.runningJobs()) {
      await job.worker?.stop(GRACE_MS);
      if (isActive(job.job)) this.updates.finish(job, errorShape(interrupted()));
    }
    await this.threads.end();
    this.records.close();
  }

  private startNext(): void {
    for (let job = this.takeNext(); job; job = this.takeNext()) this.run(job);
  }

  private takeNext(): LiveJob | null {
    return this.closed ? null : this.queue.takeNext();
  }

  private run(job: LiveJob): void {
    job.job = { ...job.job, state: 'running', started: Date.now() };
    this.updates.publish(job);
    const { kind } = job.job;
    const estimate = new Estimate();
    let hasRoom = false;
    job.worker = this.threads.run(
      {
        kind,
        input: job.input,
        workspace: this.workspace,
        resumeState: job.resumeState,
        backend: this.backends.inUse(),
        isReusable: jobTraits(kind).keepsModel ?? false,
      },
      (message) => {
        // A job that stops because the workspace closes is interrupted, which `close` reports, and not cancelled.
        if (this.closed && message.type === 'failed') return;
        hasRoom = message.type === 'failed' && message.error.code === 'DISK_FULL' && this.makeRoom();
        if (!hasRoom) this.updates.receive(job, estimate, message);
      },
      (error) => {
        // Continues from the saved state, now that there is room, unless the job was cancelled meanwhile.
        if (hasRoom && !this.closed && error.code !== CANCELLED) return this.run(job);
        if (isActive(job.job)) this.updates.fail(job, this.closed ? interrupted() : error);
        job.worker = null;
        this.queue.end(job);
        this.startNext();
      },
    );
  }
}
