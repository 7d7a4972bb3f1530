import { isJobKind, jobTraits } from '../../../shared/contract/index.ts';
import { type EngineEvent, isActive, type Job } from '../../../shared/contract/jobs.ts';
import type { BackendName } from '../../../shared/domain/backends.ts';
import { type Curves, withFigures } from '../../../shared/domain/curve.ts';
import { type ErrorFacts, errorFacts } from '../../../shared/domain/error-facts.ts';
import { CANCELLED, cancelled, type ErrorShape, errorShape, PortraitError } from '../../../shared/errors.ts';
import type { EngineLog } from '../log/engine-log.ts';
import { logFailure } from '../log/log-failure.ts';
import { Estimate } from './estimate.ts';
import { jobNotFound } from './job-not-found.ts';
import type { RunningWorker } from './job-thread.ts';
import { JobThreads } from './job-threads.ts';
import type { WorkerMessage } from './messages.ts';
import { appendLog, type JobRecord, loadRecords, readLog, saveRecord } from './records.ts';

/** How long a cancelled job may take to stop by itself before its thread is terminated. */
const GRACE_MS = 5_000;

/**
 * A job of this process: its record (with the typed arrays of its result while the workspace is open), its curves, and
 * its thread.
 */
interface LiveJob extends JobRecord {
  curves: Curves;
  /** Log of a job without a stored record. */
  lines: string[];
  worker: RunningWorker | null;
}

/** Source of the backend that models run on. */
interface JobBackends {
  /** Read at the start of each job. */
  inUse(): BackendName;
  /** Called when a job could not start the backend and continues on wasm. */
  recordFailure(name: BackendName, error: ErrorShape): void;
}

/** The part of the engine by which a handler reaches the jobs. */
export interface JobsContext {
  jobs(): JobManager;
}

/**
 * Jobs of an open workspace, each in a worker thread. Writing jobs run one at a time, in order of arrival: SQLite
 * allows one writer, and two trainings on the same cores take longer than one after the other.
 */
export class JobManager {
  private readonly workspace: string;
  private readonly emit: (event: EngineEvent) => void;
  private readonly backends: JobBackends;
  private readonly engineLog: EngineLog;
  private readonly records = new Map<string, LiveJob>();
  private readonly queue: LiveJob[] = [];
  private readonly running = new Set<LiveJob>();
  private readonly threads = new JobThreads();
  private lastId = 0;
  private closed = false;

  constructor(
    workspace: string,
    emit: (event: EngineEvent) => void,
    { backends, log }: { backends: JobBackends; log: EngineLog },
  ) {
    this.workspace = workspace;
    this.emit = emit;
    this.backends = backends;
    this.engineLog = log;
    const onIgnored = (error: unknown) => log.warn('job record ignored', errorFacts(error));
    for (const record of loadRecords(workspace, onIgnored)) {
      this.records.set(record.job.id, { ...record, curves: {}, lines: [], worker: null });
      this.lastId = Math.max(this.lastId, Number(record.job.id.replace('job-', '')));
    }
    for (const record of this.records.values())
      if (isActive(record.job)) this.finish(record, errorShape(interrupted()));
  }

  list(): Job[] {
    return [...this.records.values()].map((record) => record.job);
  }

  start(kind: string, input: unknown, remembered: Record<string, string> = {}, curves: Curves = {}): string {
    const id = `job-${++this.lastId}`;
    const job: Job = {
      id,
      kind,
      state: 'queued',
      started: Date.now(),
      ended: null,
      progress: null,
      secondsLeft: null,
      error: null,
      resumable: false,
    };
    const record: LiveJob = { job, input, remembered, output: null, curves, lines: [], worker: null };
    this.records.set(id, record);
    this.queue.push(record);
    this.publish(record);
    this.startNext();
    return id;
  }

  resume(id: string): string {
    const { job, input, remembered, curves } = this.get(id);
    if (!job.resumable) {
      throw new PortraitError({
        code: 'JOB_NOT_RESUMABLE',
        message: `Job ${id} cannot be resumed: it is ${job.state}.`,
        hint: 'Start a new job from its page.',
        details: { job: id, state: job.state },
      });
    }
    job.resumable = false;
    this.save(this.get(id));
    return this.start(job.kind, input, remembered, curves);
  }

  cancel(id: string): void {
    const record = this.get(id);
    if (record.job.state === 'queued') {
      this.queue.splice(this.queue.indexOf(record), 1);
      this.finish(record, errorShape(cancelled()));
    } else record.worker?.cancel(GRACE_MS);
  }

  result(id: string): unknown {
    const record = this.get(id);
    if (!isWriter(record)) this.records.delete(id);
    return record.output;
  }

  curves(id: string): Curves {
    return this.get(id).curves;
  }

  log(id: string): string[] {
    const record = this.get(id);
    return isWriter(record) ? readLog(this.workspace, id) : record.lines;
  }

  /** Returns a queued or running job whose input or saved state contains an id. */
  openJobReferringTo(id: string): Job | undefined {
    const refersToId = ({ input, remembered }: LiveJob) =>
      JSON.stringify([input, remembered]).includes(JSON.stringify(id));
    return [...this.records.values()].find((record) => isActive(record.job) && refersToId(record))?.job;
  }

  /** Stops all jobs so that the workspace can be closed; they are marked as interrupted and can be resumed. */
  async close(): Promise<void> {
    this.closed = true;
    for (const record of this.queue.splice(0)) this.finish(record, errorShape(interrupted()));
    for (const record of this.running) {
      await record.worker?.terminate();
      if (isActive(record.job)) this.finish(record, errorShape(interrupted()));
    }
    await this.threads.end();
  }

  private get(id: string): LiveJob {
    const record = this.records.get(id);
    if (record) return record;
    throw jobNotFound(id);
  }

  private startNext(): void {
    if (this.closed) return;
    const mayStart = (record: LiveJob) => !isWriter(record) || ![...this.running].some(isWriter);
    const at = this.queue.findIndex(mayStart);
    if (at < 0) return;
    this.run(this.queue.splice(at, 1)[0]!);
    this.startNext();
  }

  private run(record: LiveJob): void {
    this.running.add(record);
    record.job = { ...record.job, state: 'running', started: Date.now() };
    this.publish(record);
    const estimate = new Estimate();
    record.worker = this.threads.run(
      {
        kind: record.job.kind,
        input: record.input,
        workspace: this.workspace,
        remembered: record.remembered,
        backend: this.backends.inUse(),
        isReusable: jobTraits(record.job.kind).keepsModel ?? false,
      },
      (message) => this.receive(record, estimate, message),
      (error) => {
        if (isActive(record.job)) this.fail(record, this.closed ? interrupted() : error);
        record.worker = null;
        this.running.delete(record);
        this.startNext();
      },
    );
  }

  private receive(record: LiveJob, estimate: Estimate, message: WorkerMessage): void {
    switch (message.type) {
      case 'progress': {
        const { progress } = message;
        record.curves = withFigures(record.curves, progress);
        record.job = { ...record.job, progress, secondsLeft: estimate.secondsLeft(progress, Date.now()) };
        this.emit({ type: 'job', job: record.job });
        break;
      }
      case 'log':
        this.addToLog(record, message.line);
        break;
      case 'remember':
        record.remembered = { ...record.remembered, ...message.state };
        this.save(record);
        break;
      case 'fellBack':
        this.backends.recordFailure(message.backend, message.error);
        this.engineLog.info('backend replaced by wasm', { job: record.job.id, code: message.error.code });
        this.emit({ type: 'changed' });
        break;
      case 'done':
        record.output = message.output;
        record.curves = {};
        // A client invalidates what it shows before it sees the job as done, and so never shows the old state as final.
        this.emit({ type: 'changed' });
        this.finish(record, null);
        break;
      case 'failed':
        if (message.error.code !== CANCELLED) this.addToLog(record, message.stack);
        this.fail(record, new PortraitError(message.error), message.facts);
        break;
    }
  }

  /** Ends a job with an error; `facts` are those of an error that was thrown in the job's thread. */
  private fail(record: LiveJob, error: PortraitError, facts?: ErrorFacts): void {
    const { kind: method, id: job } = record.job;
    this.finish(record, logFailure(this.engineLog, error, { method, job }, facts));
  }

  private finish(record: LiveJob, error: ErrorShape | null): void {
    const state = error === null ? 'done' : error.code === CANCELLED ? 'cancelled' : 'failed';
    const { kind: method, id: job, started } = record.job;
    const ended = Date.now();
    const resumable = error !== null && isJobKind(method);
    record.job = { ...record.job, state, ended, secondsLeft: null, error, resumable };
    this.engineLog.info('job ended', { method, job, state, milliseconds: ended - started });
    this.publish(record);
  }

  private addToLog(record: LiveJob, line: string): void {
    if (isWriter(record)) appendLog(this.workspace, record.job.id, line);
    else record.lines.push(line);
  }

  private save(record: LiveJob): void {
    if (isWriter(record)) saveRecord(this.workspace, record);
  }

  private publish(record: LiveJob): void {
    this.save(record);
    this.emit({ type: 'job', job: record.job });
  }
}

const isWriter = ({ job }: LiveJob) => !jobTraits(job.kind).reads;

function interrupted(): PortraitError {
  return new PortraitError({
    code: 'INTERRUPTED',
    message: 'Portrait was closed while this job was running.',
    hint: 'Resume the job; saved progress is kept.',
  });
}
