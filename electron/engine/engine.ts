import { isJobName, isMethodName, type JobName, methods, type QueryName } from '../../shared/contract/index.ts';
import type { EngineEvent } from '../../shared/contract/jobs.ts';
import { PortraitError } from '../../shared/errors.ts';
import type { Callable } from '../../shared/protocol/server.ts';
import { backendHandlers } from './backends/handlers.ts';
import { MachineBackends } from './backends/machine-backends.ts';
import type { FileAccess } from './file-access.ts';
import { finetuneHandlers } from './finetune/handlers.ts';
import type { EngineContext, Handlers } from './handlers.ts';
import { ingestHandlers } from './ingest/handlers.ts';
import { readSavedPresets } from './ingest/saved-presets/preset-files.ts';
import type { Pace } from './ingest/watch/folder-watch.ts';
import { Watches } from './ingest/watch/watches.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { JobManager } from './jobs/manager.ts';
import { mapHandlers } from './map/handlers.ts';
import { namesHandlers } from './names-handlers.ts';
import { prepareJob } from './prepare-job.ts';
import { profileHandlers } from './profile/handlers.ts';
import { manageHandlers } from './runs/manage-runs.ts';
import { segmentHandlers } from './segment/handlers.ts';
import { storeError } from './store/store-error.ts';
import type { OpenWorkspace } from './store/workspace.ts';
import { trainHandlers } from './train/handlers.ts';
import { searchHandlers } from './train/search/handlers.ts';
import { workspaceHandlers } from './workspace-handlers.ts';

/** Every call that is answered at once, by name; a missing one is a type error. */
const handlers: Handlers = {
  ...workspaceHandlers,
  ...jobHandlers,
  ...ingestHandlers,
  ...segmentHandlers,
  ...trainHandlers,
  ...finetuneHandlers,
  ...manageHandlers,
  ...searchHandlers,
  ...backendHandlers,
  ...profileHandlers,
  ...mapHandlers,
  ...namesHandlers,
};

interface Watching {
  /** How patiently folders are watched. */
  readonly pace?: Pace;
  /** Whether the folders of a workspace are watched as soon as it is open; otherwise only those that are added. */
  readonly resume?: boolean;
}

/** The product: one open workspace, its jobs, and an answer to each call of the contract. */
export class Engine implements Callable, EngineContext {
  readonly files: FileAccess;
  readonly backends: MachineBackends;
  private readonly watching: Watching;
  private open: { workspace: OpenWorkspace; jobs: JobManager; watches: Watches } | null = null;
  private readonly listeners = new Set<(event: EngineEvent) => void>();

  constructor(files: FileAccess, watching: Watching = {}) {
    this.files = files;
    this.backends = new MachineBackends(files.home);
    this.watching = watching;
  }

  /** Answers a call from outside: the name and the input are checked here, once. */
  async call(method: string, input: unknown): Promise<unknown> {
    if (!isMethodName(method)) {
      throw new PortraitError({
        code: 'UNKNOWN_METHOD',
        message: `There is no call ${method}.`,
        hint: 'Reload the window.',
      });
    }
    try {
      return isJobName(method) ? this.startJob(method, input) : await this.answer(method as QueryName, input);
    } catch (error) {
      throw storeError(error, this.open?.workspace.path ?? '');
    }
  }

  onEvent(listener: (event: EngineEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(): void {
    this.emit({ type: 'changed' });
  }

  workspace(): OpenWorkspace {
    return this.opened().workspace;
  }

  jobs(): JobManager {
    return this.opened().jobs;
  }

  watches(): Watches {
    return this.opened().watches;
  }

  hasWorkspace(): boolean {
    return this.open !== null;
  }

  /** Makes a workspace the open one; the one before is closed only once this has succeeded. */
  async use(path: string, opening: (path: string) => OpenWorkspace): Promise<void> {
    const workspace = opening(path);
    await this.close();
    this.open = this.around(workspace);
    this.changed();
  }

  /** Stops the jobs and lets go of the workspace. */
  async close(): Promise<void> {
    const open = this.open;
    this.open = null;
    open?.watches.close();
    await open?.jobs.close();
    open?.workspace.close();
    if (open) this.changed();
  }

  /** What goes on in an open workspace besides answering. */
  private around(workspace: OpenWorkspace) {
    let watches: Watches | null = null;
    const onEvent = (event: EngineEvent) => {
      this.emit(event);
      if (event.type === 'job') watches?.onJob(event.job);
    };
    const jobs = new JobManager(workspace.path, onEvent, this.backends);
    const rest = { synthetic: false, dryRun: false };
    watches = new Watches(workspace, {
      pace: this.watching.pace,
      resume: this.watching.resume ?? true,
      start: (request) =>
        jobs.start('ingest.run', { ...rest, ...request, presets: readSavedPresets(this.files.home).presets }),
    });
    return { workspace, jobs, watches };
  }

  private opened() {
    if (this.open) return this.open;
    throw new PortraitError({
      code: 'NO_WORKSPACE',
      message: 'No workspace is open.',
      hint: 'Open one, or make a new one, on the data page.',
    });
  }

  private startJob<M extends JobName>(method: M, input: unknown): { job: string } {
    const parsed = parse(methods[method].input, input, method);
    return { job: this.jobs().start(method, prepareJob(method, parsed, this)) };
  }

  private answer<M extends QueryName>(method: M, input: unknown) {
    return handlers[method](parse(methods[method].input, input, method), this);
  }

  private emit(event: EngineEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

interface Schema<T> {
  safeParse(input: unknown): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } };
}
interface Issue {
  path: PropertyKey[];
  message: string;
}

function parse<T>(schema: Schema<T>, input: unknown, method: string): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`);
  throw new PortraitError({
    code: 'BAD_INPUT',
    message: `${method} was called with something it cannot take. ${wrong.join('; ')}`,
    hint: 'Correct what is named and try again.',
    details: { wrong },
  });
}
