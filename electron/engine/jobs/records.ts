import { isActive, type Job } from '../../../shared/contract/jobs.ts';
import type { Curves } from '../../../shared/domain/curve.ts';
import { errorFacts } from '../../../shared/domain/error-facts.ts';
import type { EngineLog } from '../log/engine-log.ts';
import { jobNotFound } from './job-not-found.ts';
import { isRecorded, type LiveJob } from './live-job.ts';
import { outdatedRecords } from './outdated-records.ts';
import { appendLog, deleteRecord, loadRecords, readLog, saveRecord } from './record-files.ts';

/** How long after a failed write it is tried again. */
const RETRY_MS = 10_000;

/** Number of ended jobs without a record, the newest, whose results are kept for a client that has not read them yet. */
const MAX_UNCLAIMED = 100;
const isUnclaimed = (job: LiveJob) => !isRecorded(job) && !isActive(job.job);

/**
 * The jobs of an open workspace. Those without a stored record are in memory alone. A record or a log line that
 * cannot be written, such as on a full disk, stays in memory and is written when there is room.
 */
export class JobRecords {
  private readonly workspace: string;
  private readonly log: EngineLog;
  private readonly jobs = new Map<string, LiveJob>();
  /** Jobs whose record or log in memory is newer than on disk. */
  private readonly unsaved = new Set<LiveJob>();
  private retryTimer: NodeJS.Timeout | undefined;
  private lastId = 0;

  constructor(workspace: string, log: EngineLog) {
    this.workspace = workspace;
    this.log = log;
    for (const record of loadRecords(workspace, (error) => log.warn('job record ignored', errorFacts(error)))) {
      this.jobs.set(record.job.id, { ...record, curves: {}, layout: null, lines: [], worker: null });
      this.lastId = Math.max(this.lastId, Number(record.job.id.replace('job-', '')));
    }
    for (const { job } of outdatedRecords(this.all())) {
      this.jobs.delete(job.id);
      deleteRecord(workspace, job.id);
    }
  }

  /** Returns all jobs, oldest first. */
  all(): LiveJob[] {
    return [...this.jobs.values()];
  }

  /** Throws JOB_NOT_FOUND. */
  get(id: string): LiveJob {
    const job = this.jobs.get(id);
    if (job) return job;
    throw jobNotFound(id);
  }

  /** Adds a queued job. Throws the error of the file system if its record cannot be written; nothing is added then. */
  create(kind: string, input: unknown, resumeState: Record<string, string>, curves: Curves): LiveJob {
    const job: Job = {
      id: `job-${this.lastId + 1}`,
      kind,
      state: 'queued',
      started: Date.now(),
      ended: null,
      progress: null,
      secondsLeft: null,
      error: null,
      resumable: false,
    };
    const live: LiveJob = { job, input, resumeState, output: null, curves, layout: null, lines: [], worker: null };
    if (isRecorded(live)) this.writeNew(live);
    this.lastId++;
    for (const { job: old } of this.all().filter(isUnclaimed).slice(0, -MAX_UNCLAIMED)) this.jobs.delete(old.id);
    this.jobs.set(job.id, live);
    return live;
  }

  /** Removes a job from memory. The files of its record and its log remain. */
  delete(id: string): void {
    const job = this.jobs.get(id);
    if (job) this.unsaved.delete(job);
    this.jobs.delete(id);
  }

  /** Adds jobs that `delete` removed. */
  restore(jobs: readonly LiveJob[]): void {
    const all = [...this.all(), ...jobs].sort((a, b) => a.job.started - b.job.started);
    this.jobs.clear();
    for (const job of all) this.jobs.set(job.job.id, job);
  }

  save(job: LiveJob): void {
    if (!isRecorded(job)) return;
    this.unsaved.add(job);
    this.writeUnsaved();
  }

  appendToLog(job: LiveJob, line: string): void {
    if (!isRecorded(job)) return void job.lines.push(line);
    job.lines.push(`${new Date().toISOString()} ${line}`);
    if (this.unsaved.has(job)) return;
    if (!this.attempt(job, () => this.writeLog(job))) this.unsaved.add(job);
  }

  readLog(job: LiveJob): string[] {
    return isRecorded(job) ? [...readLog(this.workspace, job.job.id), ...job.lines] : job.lines;
  }

  /** Writes what has not been written yet, for the last time. */
  close(): void {
    this.writeUnsaved();
    clearTimeout(this.retryTimer);
  }

  private writeNew(job: LiveJob): void {
    try {
      saveRecord(this.workspace, job);
    } catch (error) {
      deleteRecord(this.workspace, job.job.id);
      throw error;
    }
  }

  private writeUnsaved(): void {
    for (const job of this.unsaved) {
      const isWritten = this.attempt(job, () => {
        this.writeLog(job);
        saveRecord(this.workspace, job);
      });
      if (isWritten) this.unsaved.delete(job);
    }
  }

  private writeLog(job: LiveJob): void {
    if (job.lines.length === 0) return;
    appendLog(this.workspace, job.job.id, job.lines);
    job.lines = [];
  }

  /** Returns whether a job could be written; if not, logs it once until the next attempt, which it schedules. */
  private attempt(job: LiveJob, write: () => void): boolean {
    try {
      write();
      return true;
    } catch (error) {
      if (this.retryTimer === undefined) this.log.warn('job not written', errorFacts(error), { job: job.job.id });
      this.retryTimer ??= setTimeout(() => this.retry(), RETRY_MS).unref();
      return false;
    }
  }

  private retry(): void {
    this.retryTimer = undefined;
    this.writeUnsaved();
  }
}
