import { type Input, type JobName, type MethodName, methods, type Output, type QueryName } from '../contract/index.ts';
import { type EngineEvent, isActive, type Job } from '../contract/jobs.ts';
import { PortraitError } from '../errors.ts';
import type { AbortSignalLike } from './cancellation.ts';
import { ToClient } from './messages.ts';
import type { Port } from './port.ts';

interface Pending {
  resolve(output: unknown): void;
  reject(error: PortraitError): void;
}

/** Client of the engine over a port. All pending calls are rejected when the port closes. */
export class EngineClient {
  private readonly port: Port;
  private readonly pending = new Map<number, Pending>();
  private readonly listeners = new Set<(event: EngineEvent) => void>();
  private nextId = 1;
  private closed = false;

  constructor(port: Port) {
    this.port = port;
    port.onMessage((message) => this.receive(message));
    port.onClose(() => this.rejectPending());
  }

  /** Calls a method that returns its result directly. Throws the engine's `PortraitError`. */
  async call<M extends QueryName>(name: M, input: Input<M>, signal?: AbortSignalLike): Promise<Output<M>> {
    return methods[name].output.parse(await this.send(name, input, signal));
  }

  /** Starts a job and returns its id. */
  async start<M extends JobName>(name: M, input: Input<M>): Promise<string> {
    return methods['jobs.resume'].output.parse(await this.send(name, input)).job;
  }

  /** Starts a job and waits for its output. Throws the job's error, or `CANCELLED`. */
  run<M extends JobName>(name: M, input: Input<M>, onJob?: (job: Job) => void): Promise<Output<M>> {
    return this.waitForJob(name, () => this.start(name, input), onJob);
  }

  /** Resumes an interrupted job and waits for its output as `run` does. */
  resume<M extends JobName>(name: M, job: string, onJob?: (job: Job) => void): Promise<Output<M>> {
    return this.waitForJob(name, async () => (await this.call('jobs.resume', { job })).job, onJob);
  }

  onEvent(listener: (event: EngineEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.port.close();
  }

  /** Waits for the job that `startJob` starts. Events of the job may arrive before its id does. */
  private async waitForJob<M extends JobName>(
    name: M,
    startJob: () => Promise<string>,
    onJob?: (job: Job) => void,
  ): Promise<Output<M>> {
    const earlyJobs = new Map<string, Job>();
    let jobId: string | null = null;
    let settle: ((job: Job) => void) | null = null;
    const unsubscribe = this.onEvent((event) => {
      if (event.type !== 'job') return;
      if (jobId === null) earlyJobs.set(event.job.id, event.job);
      else if (event.job.id === jobId) settle?.(event.job);
    });
    try {
      const finishedJob = await new Promise<Job>((resolve, reject) => {
        settle = (job) => {
          onJob?.(job);
          if (!isActive(job)) resolve(job);
        };
        this.onceClosed(reject);
        startJob().then((id) => {
          jobId = id;
          const job = earlyJobs.get(id);
          if (job) settle?.(job);
        }, reject);
      });
      if (finishedJob.error) throw new PortraitError(finishedJob.error);
      const { output } = await this.call('jobs.result', { job: finishedJob.id });
      return methods[name].output.parse(output);
    } finally {
      unsubscribe();
    }
  }

  private onceClosed(listener: (error: PortraitError) => void): void {
    this.port.onClose(() => listener(engineGone()));
  }

  private send(method: MethodName, input: unknown, signal?: AbortSignalLike): Promise<unknown> {
    if (this.closed) return Promise.reject(engineGone());
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      this.port.post({ type: 'call', id, method, input });
      signal?.addEventListener('abort', () => {
        if (this.pending.has(id)) this.port.post({ type: 'cancel', id });
      });
    });
  }

  private receive(raw: unknown): void {
    const { success, data: message } = ToClient.safeParse(raw);
    if (!success) return;
    if (message.type === 'event') {
      for (const listener of this.listeners) listener(message.event);
      return;
    }
    const pendingCall = this.pending.get(message.id);
    this.pending.delete(message.id);
    if (message.type === 'reply') pendingCall?.resolve(message.output);
    else pendingCall?.reject(new PortraitError(message.error));
  }

  private rejectPending(): void {
    this.closed = true;
    for (const pendingCall of this.pending.values()) pendingCall.reject(engineGone());
    this.pending.clear();
  }
}

export function engineGone(): PortraitError {
  return new PortraitError({
    code: 'ENGINE_GONE',
    message: 'The engine has stopped.',
    hint: 'It restarts automatically and saved data is kept. Try again in a moment.',
  });
}
