import type { JobName } from '../../../shared/contract/index.ts';
import type { EngineEvent, Job } from '../../../shared/contract/jobs.ts';
import { CANCELLED, cancelled, type ErrorShape, errorShape, PortraitError } from '../../../shared/errors.ts';
import { Estimate } from './estimate.ts';
import type { FromWorker } from './messages.ts';
import { appendLog, type JobRecord, loadRecords, readLog, saveRecord } from './records.ts';
import { type RunningWorker, startWorker } from './start-worker.ts';

/** How long a cancelled job may take to stop by itself before its thread is ended. */
const GRACE_MS = 5_000;

interface Live extends JobRecord {
  /** A result with its typed arrays, kept while the workspace is open. */
  worker: RunningWorker | null;
}

/** The jobs of one open workspace. They run one at a time, in the order they came, each in a worker thread. */
export class JobManager {
  private readonly workspace: string;
  private readonly emit: (event: EngineEvent) => void;
  private readonly records = new Map<string, Live>();
  private readonly queue: Live[] = [];
  private running: Live | null = null;
  private closed = false;

  constructor(workspace: string, emit: (event: EngineEvent) => void) {
    this.workspace = workspace;
    this.emit = emit;
    for (const record of loadRecords(workspace)) this.records.set(record.job.id, { ...record, worker: null });
    for (const record of this.records.values()) if (isOpen(record.job)) this.finish(record, errorShape(interrupted()));
  }

  list(): Job[] {
    return [...this.records.values()].map((record) => record.job);
  }

  start(kind: JobName, input: unknown, remembered: Record<string, string> = {}): string {
    const id = `job-${this.records.size + 1}`;
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
    const record: Live = { job, input, remembered, output: null, worker: null };
    this.records.set(id, record);
    this.queue.push(record);
    this.publish(record);
    this.next();
    return id;
  }

  resume(id: string): string {
    const { job, input, remembered } = this.get(id);
    if (!job.resumable) {
      throw new PortraitError({
        code: 'JOB_NOT_RESUMABLE',
        message: `Job ${id} cannot be taken up again: it is ${job.state}.`,
        hint: 'Start it anew from its page.',
      });
    }
    job.resumable = false;
    saveRecord(this.workspace, this.get(id));
    return this.start(job.kind as JobName, input, remembered);
  }

  cancel(id: string): void {
    const record = this.get(id);
    if (record.job.state === 'queued') {
      this.queue.splice(this.queue.indexOf(record), 1);
      this.finish(record, errorShape(cancelled()));
    } else record.worker?.cancel(GRACE_MS);
  }

  result(id: string): unknown {
    return this.get(id).output;
  }

  log(id: string): string[] {
    return readLog(this.workspace, this.get(id).job.id);
  }

  /** Stops what runs, so that the workspace can be closed; it is marked as interrupted and can be resumed. */
  async close(): Promise<void> {
    this.closed = true;
    for (const record of this.queue.splice(0)) this.finish(record, errorShape(interrupted()));
    const record = this.running;
    if (!record?.worker) return;
    await record.worker.terminate();
    if (isOpen(record.job)) this.finish(record, errorShape(interrupted()));
  }

  private get(id: string): Live {
    const record = this.records.get(id);
    if (record) return record;
    throw new PortraitError({ code: 'JOB_NOT_FOUND', message: `There is no job ${id}.`, hint: 'See the jobs page.' });
  }

  private next(): void {
    if (this.running || this.closed) return;
    const record = this.queue.shift();
    if (!record) return;
    this.running = record;
    record.job = { ...record.job, state: 'running', started: Date.now() };
    this.publish(record);
    const estimate = new Estimate();
    record.worker = startWorker(
      { kind: record.job.kind, input: record.input, workspace: this.workspace, remembered: record.remembered },
      (message) => this.receive(record, estimate, message),
      (error) => {
        if (isOpen(record.job)) this.finish(record, errorShape(error));
        record.worker = null;
        this.running = null;
        this.next();
      },
    );
  }

  private receive(record: Live, estimate: Estimate, message: FromWorker): void {
    switch (message.type) {
      case 'progress': {
        const { progress } = message;
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
      case 'done':
        record.output = message.output;
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
    saveRecord(this.workspace, record);
    this.emit({ type: 'job', job: record.job });
  }
}

const isOpen = (job: Job) => job.state === 'running' || job.state === 'queued';

function interrupted(): PortraitError {
  return new PortraitError({
    code: 'INTERRUPTED',
    message: 'Portrait was closed while this job ran.',
    hint: 'Resume it: what it had committed is kept.',
  });
}
