import { type Input, type JobName, type MethodName, methods, type Output, type QueryName } from '../contract/index.ts';
import type { EngineEvent, Job } from '../contract/jobs.ts';
import { PortraitError } from '../errors.ts';
import { ToClient } from './messages.ts';
import type { Port } from './port.ts';

/** The part of an AbortSignal that the client uses; `shared` sees no DOM. */
export interface Signal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

interface Pending {
  resolve(output: unknown): void;
  reject(error: PortraitError): void;
}

/** The engine as the other side of a port sees it. All pending calls are rejected when the port closes. */
export class EngineClient {
  private readonly port: Port;
  private readonly pending = new Map<number, Pending>();
  private readonly listeners = new Set<(event: EngineEvent) => void>();
  private nextId = 1;
  private closed = false;

  constructor(port: Port) {
    this.port = port;
    port.onMessage((message) => this.receive(message));
    port.onClose(() => this.fail());
  }

  /** Calls a method that is answered at once. Throws the engine's `PortraitError`. */
  async call<M extends QueryName>(name: M, input: Input<M>, signal?: Signal): Promise<Output<M>> {
    return methods[name].output.parse(await this.send(name, input, signal));
  }

  /** Starts a job and answers with its id. */
  async start<M extends JobName>(name: M, input: Input<M>): Promise<string> {
    return methods['jobs.resume'].output.parse(await this.send(name, input)).job;
  }

  /** Starts a job and waits for what it ends with. Throws the job's error, or `CANCELLED`. */
  run<M extends JobName>(name: M, input: Input<M>, onJob?: (job: Job) => void): Promise<Output<M>> {
    return this.follow(name, () => this.start(name, input), onJob);
  }

  /** Takes up a job that was interrupted, and waits as `run` does. */
  resume<M extends JobName>(name: M, job: string, onJob?: (job: Job) => void): Promise<Output<M>> {
    return this.follow(name, async () => (await this.call('jobs.resume', { job })).job, onJob);
  }

  onEvent(listener: (event: EngineEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.port.close();
  }

  /** Waits for the job that `begin` starts. Its first events may come before its id does. */
  private async follow<M extends JobName>(
    name: M,
    begin: () => Promise<string>,
    onJob?: (job: Job) => void,
  ): Promise<Output<M>> {
    const early = new Map<string, Job>();
    let wanted: string | null = null;
    let settle: ((job: Job) => void) | null = null;
    const off = this.onEvent((event) => {
      if (event.type !== 'job') return;
      if (wanted === null) early.set(event.job.id, event.job);
      else if (event.job.id === wanted) settle?.(event.job);
    });
    try {
      const ended = await new Promise<Job>((resolve, reject) => {
        settle = (job) => {
          onJob?.(job);
          if (job.state !== 'running' && job.state !== 'queued') resolve(job);
        };
        this.onceClosed(reject);
        begin().then((id) => {
          wanted = id;
          const job = early.get(id);
          if (job) settle?.(job);
        }, reject);
      });
      if (ended.error) throw new PortraitError(ended.error);
      const { output } = await this.call('jobs.result', { job: ended.id });
      return methods[name].output.parse(output);
    } finally {
      off();
    }
  }

  private onceClosed(listener: (error: PortraitError) => void): void {
    this.port.onClose(() => listener(engineGone()));
  }

  private send(method: MethodName, input: unknown, signal?: Signal): Promise<unknown> {
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
    const waiting = this.pending.get(message.id);
    this.pending.delete(message.id);
    if (message.type === 'reply') waiting?.resolve(message.output);
    else waiting?.reject(new PortraitError(message.error));
  }

  private fail(): void {
    this.closed = true;
    for (const waiting of this.pending.values()) waiting.reject(engineGone());
    this.pending.clear();
  }
}

export function engineGone(): PortraitError {
  return new PortraitError({
    code: 'ENGINE_GONE',
    message: 'The engine has stopped.',
    hint: 'It is started again by itself; what had been saved is kept. Try again in a moment.',
  });
}
