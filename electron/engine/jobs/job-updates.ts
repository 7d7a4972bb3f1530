import { isJobKind } from '../../../shared/contract/index.ts';
import type { EngineEvent } from '../../../shared/contract/jobs.ts';
import type { BackendName } from '../../../shared/domain/backends.ts';
import { withFigures } from '../../../shared/domain/curve.ts';
import type { ErrorFacts } from '../../../shared/domain/error-facts.ts';
import { CANCELLED, type ErrorShape, PortraitError } from '../../../shared/errors.ts';
import type { EngineLog } from '../log/engine-log.ts';
import { logFailure } from '../log/log-failure.ts';
import { changedResumeState } from './context.ts';
import type { Estimate } from './estimate.ts';
import type { LiveJob } from './live-job.ts';
import type { WorkerMessage } from './messages.ts';
import type { JobRecords } from './records.ts';

interface Receivers {
  readonly records: JobRecords;
  readonly log: EngineLog;
  emit(event: EngineEvent): void;
  /** Called when a job could not start the backend and continues on wasm. */
  recordBackendFailure(name: BackendName, error: ErrorShape): void;
}

/** Applies what happens to a job to its record, and tells the clients. */
export class JobUpdates {
  private readonly to: Receivers;

  constructor(to: Receivers) {
    this.to = to;
  }

  /** Handles a message of a job's thread. */
  receive(job: LiveJob, estimate: Estimate, message: WorkerMessage): void {
    switch (message.type) {
      case 'progress': {
        const { progress } = message;
        job.curves = withFigures(job.curves, progress);
        job.job = { ...job.job, progress, secondsLeft: estimate.secondsLeft(progress, Date.now()) };
        this.announce(job);
        break;
      }
      case 'layout':
        job.layout = message.layout;
        break;
      case 'log':
        this.to.records.appendToLog(job, message.line);
        break;
      case 'resumeState':
        job.resumeState = changedResumeState(job.resumeState, message.changes);
        this.to.records.save(job);
        break;
      case 'fellBack':
        this.to.recordBackendFailure(message.backend, message.error);
        this.to.log.info('backend replaced by wasm', { job: job.job.id, code: message.error.code });
        this.to.emit({ type: 'changed' });
        break;
      case 'done':
        job.output = message.output;
        job.curves = {};
        // A client invalidates what it shows before it sees the job as done, and so never shows the old state as final.
        this.to.emit({ type: 'changed' });
        this.finish(job, null);
        break;
      case 'failed':
        if (message.error.code !== CANCELLED) this.to.records.appendToLog(job, message.stack);
        this.fail(job, new PortraitError(message.error), message.facts);
        break;
    }
  }

  /** Ends a job with an error; `facts` are those of an error that was thrown in the job's thread. */
  fail(job: LiveJob, error: PortraitError, facts?: ErrorFacts): void {
    const { kind: method, id } = job.job;
    this.finish(job, logFailure(this.to.log, error, { method, job: id }, facts));
  }

  /** Ends a job: as done without an error, as cancelled or as failed. */
  finish(job: LiveJob, error: ErrorShape | null): void {
    const state = error === null ? 'done' : error.code === CANCELLED ? 'cancelled' : 'failed';
    const { kind: method, id, started } = job.job;
    const ended = Date.now();
    job.layout = null;
    const resumable = error !== null && isJobKind(method);
    job.job = { ...job.job, state, ended, secondsLeft: null, error, resumable };
    this.to.log.info('job ended', { method, job: id, state, milliseconds: ended - started });
    this.publish(job);
  }

  /** Saves a job and sends its state to the clients. */
  publish(job: LiveJob): void {
    this.to.records.save(job);
    this.announce(job);
  }

  /** Sends the state of a job to the clients. */
  announce({ job }: LiveJob): void {
    this.to.emit({ type: 'job', job });
  }
}
