import type { EngineEvent, Job } from '../../../shared/contract/jobs.ts';
import type { BackendName } from '../../../shared/domain/backends.ts';
import { type Curves, withFigures } from '../../../shared/domain/curve.ts';
import { CANCELLED, cancelled, type ErrorShape, errorShape, PortraitError } from '../../../shared/errors.ts';
import { Estimate } from './estimate.ts';
import type { RunningWorker } from './job-thread.ts';
import { JobThreads } from './job-threads.ts';
import type { FromWorker } from './messages.ts';
import { appendLog, type JobRecord, loadRecords, readLog, saveRecord } from './records.ts';

/** How long a cancelled job may take to stop by itself before its thread is ended. */
const GRACE_MS = 5_000;

/** A job of this process: its record, with its result's typed arrays while the workspace is open, what it has told, and its thread. */
interface Live extends JobRecord {
  curves: Curves;
  worker: RunningWorker | null;
}

/**
 * Jobs that only read: they need not wait for the one that writes, so that a question is answered while a model trains,
 * and no record of them is kept once their answer has been fetched.
 */
const READS_ONLY = /^(explain\.|train\.(estimate|compare)$|text\.(survey|estimate|classify)$)/;

/** What models run on. */
interface JobBackends {
  /** Asked at each job's start. */
  inUse(): BackendName;
  /** Told by a job that could not start it and goes on without it. */
  fellBack(name: BackendName, error: ErrorShape): void;
}

const ONLY_WASM: JobBackends = { inUse: () => 'wasm', fellBack() {} };

/** Jobs that answer at once and are asked one after another: their thread keeps the model. */
const QUESTIONS = /^explain\./;

/**
 * The jobs of one open workspace, each in a worker thread. Those that write run one at a time, in the order they came:
 * SQLite has one writer, and two trainings on the same cores take longer than one after the other.
 */
export class JobManager {
  private readonly workspace: string;
  private readonly emit: (event: EngineEvent) => void;
  private readonly backends: JobBackends;
  private readonly records = new Map<string, Live>();
  private readonly queue: Live[] = [];
  private readonly running = new Set<Live>();
  private readonly threads = new JobThreads();
  private lastId = 0;
  private closed = false;

  constructor(workspace: string, emit: (event: EngineEvent) => void, backends: JobBackends = ONLY_WASM) {
    this.workspace = workspace;
    this.emit = emit;
    this.backends = backends;
    for (const record of loadRecords(workspace)) {
      this.records.set(record.job.id, { ...record, curves: {}, worker: null });
      this.lastId = Math.max(this.lastId, Number(record.job.id.replace('job-', '')));
    }
    for (const record of this.records.values()) if (isOpen(record.job)) this.finish(record, errorShape(interrupted()));
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
    const record: Live = { job, input, remembered, output: null, curves, worker: null };
    this.records.set(id, record);
    this.queue.push(record);
    this.publish(record);
    this.next();
    return id;
  }

  resume(id: string): string {
    const { job, input, remembered, curves } = this.get(id);
    if (!job.resumable) {
      throw new PortraitError({
        code: 'JOB_NOT_RESUMABLE',
        message: `Job ${id} cannot be taken up again: it is ${job.state}.`,
        hint: 'Start it anew from its page.',
      });
    }
    job.resumable = false;
    saveRecord(this.workspace, this.get(id));
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
    if (!writes(record)) this.records.delete(id);
    return record.output;
  }

  curves(id: string): Curves {
    return this.get(id).curves;
  }

  log(id: string): string[] {
    return readLog(this.workspace, this.get(id).job.id);
  }

  /** A job that waits or runs and was told of a thing by its id, in its input or by what it remembers. */
  about(thing: string): Job | undefined {
    const told = ({ input, remembered }: Live) => JSON.stringify([input, remembered]).includes(JSON.stringify(thing));
    return [...this.records.values()].find((record) => isOpen(record.job) && told(record))?.job;
  }

  /** Stops what runs, so that the workspace can be closed; it is marked as interrupted and can be resumed. */
  async close(): Promise<void> {
    this.closed = true;
    for (const record of this.queue.splice(0)) this.finish(record, errorShape(interrupted()));
    for (const record of this.running) {
      await record.worker?.terminate();
      if (isOpen(record.job)) this.finish(record, errorShape(interrupted()));
    }
    await this.threads.end();
  }

  private get(id: string): Live {
    const record = this.records.get(id);
    if (record) return record;
    throw new PortraitError({ code: 'JOB_NOT_FOUND', message: `There is no job ${id}.`, hint: 'See the jobs page.' });
  }

  private next(): void {
    if (this.closed) return;
    const mayStart = (record: Live) => READS_ONLY.test(record.job.kind) || ![...this.running].some(writes);
    const at = this.queue.findIndex(mayStart);
    if (at < 0) return;
    this.run(this.queue.splice(at, 1)[0]!);
    this.next();
  }

  private run(record: Live): void {
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
        stays: QUESTIONS.test(record.job.kind),
      },
      (message) => this.receive(record, estimate, message),
      (error) => {
        if (isOpen(record.job)) this.finish(record, errorShape(this.closed ? interrupted() : error));
        record.worker = null;
        this.running.delete(record);
        this.next();
      },
    );
  }

  private receive(record: Live, estimate: Estimate, message: FromWorker): void {
    switch (message.type) {
      case 'progress': {
        const { progress } = message;
        record.curves = withFigures(record.curves, progress);
        record.job = { ...record.job, progress, secondsLeft: estimate.secondsLeft(progress, Date.now()) };
        this.emit({ type: 'job', job: record.job });
        break;
      }
      case 'log':
        appendLog(this.workspace, record.job.id, message.line);
        break;
      case 'remember':
        record.remembered = { ...record.remembered, ...message.state };
        saveRecord(this.workspace, record);
        break;
      case 'fellBack':
        this.backends.fellBack(message.backend, message.error);
        this.emit({ type: 'changed' });
        break;
      case 'done':
        record.output = message.output;
        record.curves = {};
        this.finish(record, null);
        this.emit({ type: 'changed' });
        break;
      case 'failed':
        if (message.error.code !== CANCELLED) appendLog(this.workspace, record.job.id, message.stack);
        this.finish(record, message.error);
        break;
    }
  }

  private finish(record: Live, error: ErrorShape | null): void {
    const state = error === null ? 'done' : error.code === CANCELLED ? 'cancelled' : 'failed';
    record.job = { ...record.job, state, ended: Date.now(), secondsLeft: null, error, resumable: error !== null };
    this.publish(record);
  }

  private publish(record: Live): void {
    if (writes(record)) saveRecord(this.workspace, record);
    this.emit({ type: 'job', job: record.job });
  }
}

const writes = (record: Live) => !READS_ONLY.test(record.job.kind);
const isOpen = (job: Job) => job.state === 'running' || job.state === 'queued';

function interrupted(): PortraitError {
  return new PortraitError({
    code: 'INTERRUPTED',
    message: 'Portrait was closed while this job ran.',
    hint: 'Resume it: what it had committed is kept.',
  });
}
