import type { Handlers } from '../../shared/contract/handlers.ts';
import { isJobName, isMethodName, type JobName, type QueryName } from '../../shared/contract/index.ts';
import { type EngineEvent, isActive } from '../../shared/contract/jobs.ts';
import { errorFacts } from '../../shared/domain/error-facts.ts';
import { PortraitError } from '../../shared/errors.ts';
import type { AbortSignalLike } from '../../shared/protocol/cancellation.ts';
import type { Callable } from '../../shared/protocol/server.ts';
import { backendHandlers } from './backends/handlers.ts';
import { MachineBackends } from './backends/machine-backends.ts';
import { backupHandlers } from './backup-handlers.ts';
import { briefHandlers } from './brief/handlers.ts';
import { diagnosticsHandlers } from './diagnostics-handlers.ts';
import type { EngineContext } from './engine-context.ts';
import { deleteDrafts } from './files/delete-drafts.ts';
import type { FileAccess } from './files/file-access.ts';
import { folderSize } from './files/folder-size.ts';
import { predictionHandlers } from './finetune/handlers.ts';
import { ingestHandlers } from './ingest/handlers.ts';
import { LiveEvents } from './ingest/live/live-events.ts';
import type { LiveTiming } from './ingest/live/live-imports.ts';
import { readSavedPresets } from './ingest/saved-presets/preset-files.ts';
import type { WatchTiming } from './ingest/watch/folder-watch.ts';
import { Watches } from './ingest/watch/watches.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { JobManager } from './jobs/manager.ts';
import { limitPermissions } from './limit-permissions.ts';
import { type EngineLog, openEngineLog } from './log/engine-log.ts';
import { logFailure } from './log/log-failure.ts';
import { RateLimit } from './log/rate-limit.ts';
import { BackupTimer } from './maintenance/backup-timer.ts';
import { mapHandlers } from './map/handlers.ts';
import { namesHandlers } from './names-handlers.ts';
import { parseInput } from './parse-input.ts';
import { portraitHandlers } from './portrait-handlers.ts';
import { prepareJob } from './prepare-job.ts';
import { profileHandlers } from './profile/handlers.ts';
import { rememberWorkspace } from './recent-workspaces.ts';
import { finishDeletions } from './runs/delete-run.ts';
import { manageHandlers } from './runs/manage-runs.ts';
import { emptyTrash } from './runs/trash.ts';
import { exploreHandlers } from './segment/explore-handlers.ts';
import { segmentHandlers } from './segment/handlers.ts';
import { SegmentQueryThread } from './segment/query-thread.ts';
import { traitHandlers } from './segment/traits/handlers.ts';
import { storeError } from './store/store-error.ts';
import { exportFolder, type OpenWorkspace, requireInPlace } from './store/workspace.ts';
import { workspaceFigures } from './store/workspace-figures.ts';
import { trainHandlers } from './train/handlers.ts';
import { searchHandlers } from './train/search/handlers.ts';
import { workspaceHandlers } from './workspace-handlers.ts';

/** Handlers of all methods that return their result directly, by name; a missing one is a type error. */
const handlers: Handlers<EngineContext> = {
  ...workspaceHandlers,
  ...backupHandlers,
  ...jobHandlers,
  ...ingestHandlers,
  ...segmentHandlers,
  ...exploreHandlers,
  ...traitHandlers,
  ...trainHandlers,
  ...predictionHandlers,
  ...manageHandlers,
  ...searchHandlers,
  ...backendHandlers,
  ...diagnosticsHandlers,
  ...profileHandlers,
  ...portraitHandlers,
  ...mapHandlers,
  ...namesHandlers,
  ...briefHandlers,
};

/** A workspace and the services that run while it is open. */
interface OpenServices {
  readonly workspace: OpenWorkspace;
  readonly jobs: JobManager;
  readonly watches: Watches;
  readonly live: LiveEvents;
  readonly segmentQueries: SegmentQueryThread;
  /** Null if the process is short-lived and watches only folders that are added. */
  readonly backupTimer: BackupTimer | null;
}

interface FolderWatchOptions {
  /** Timing of the folder watches. */
  readonly pace?: WatchTiming;
  /** Timing of the imports of received messages. */
  readonly live?: LiveTiming;
  /**
   * Whether to watch a workspace's saved folders as soon as it is opened; otherwise only folders added later are
   * watched.
   */
  readonly resume?: boolean;
}

/** The engine: one open workspace, its jobs, and the handlers of the contract. */
export class Engine implements Callable, EngineContext {
  readonly files: FileAccess;
  readonly backends: MachineBackends;
  readonly log: EngineLog;
  readonly faultReports = new RateLimit(10, 60_000);
  private readonly watchOptions: FolderWatchOptions;
  private open: OpenServices | null = null;
  private readonly listeners = new Set<(event: EngineEvent) => void>();

  constructor(files: FileAccess, watchOptions: FolderWatchOptions = {}) {
    this.files = files;
    limitPermissions();
    this.backends = new MachineBackends(files.home);
    this.log = openEngineLog(files.home);
    this.watchOptions = watchOptions;
  }

  /** Handles a call from a client; validates the method name and the input, once. */
  async call(method: string, input: unknown, signal?: AbortSignalLike): Promise<unknown> {
    if (!isMethodName(method)) {
      throw new PortraitError({
        code: 'UNKNOWN_METHOD',
        message: `The method ${method} does not exist.`,
        hint: 'Reload the window.',
        details: { method },
      });
    }
    const started = performance.now();
    try {
      // To make room would delete the files of the run that is to be restored.
      if (method === 'train.restore') return await this.perform(method, input, signal);
      return await this.withRoom(() => this.perform(method, input, signal));
    } catch (error) {
      const cause = storeError(error, this.open?.workspace.path ?? '');
      const shape = logFailure(this.log, cause, { method });
      throw cause instanceof PortraitError ? cause : new PortraitError(shape, { cause });
    } finally {
      this.log.debug('call', { method, milliseconds: Math.round(performance.now() - started) });
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
    return this.requireOpen().workspace;
  }

  jobs(): JobManager {
    return this.requireOpen().jobs;
  }

  watches(): Watches {
    return this.requireOpen().watches;
  }

  live(): LiveEvents {
    return this.requireOpen().live;
  }

  segmentQueries(): SegmentQueryThread {
    return this.requireOpen().segmentQueries;
  }

  hasWorkspace(): boolean {
    return this.open !== null;
  }

  /** Opens a workspace; the previous one is closed only after this succeeds. */
  async use(path: string, openAt: (path: string) => OpenWorkspace): Promise<void> {
    const workspace = openAt(path);
    limitPermissions(path);
    this.finishDeletions(workspace);
    deleteDrafts(exportFolder(workspace.path));
    await this.close();
    this.open = this.startServices(workspace);
    this.remember(() => rememberWorkspace(this.files.home, workspace.path));
    this.changed();
  }

  async rememberFigures(): Promise<void> {
    const { open } = this;
    if (!open) return;
    const { db, path } = open.workspace;
    await this.remember(async () => {
      const figures = workspaceFigures(db);
      rememberWorkspace(this.files.home, path, { ...figures, bytes: await folderSize(path) });
    });
  }

  /** Stops the jobs and closes the workspace. */
  async close(): Promise<void> {
    await this.rememberFigures();
    const { open } = this;
    this.open = null;
    open?.watches.close();
    await open?.live.close();
    open?.backupTimer?.close();
    await Promise.all([open?.jobs.close(), open?.segmentQueries.close()]);
    if (!open) return;
    this.finishDeletions(open.workspace);
    open.workspace.close();
    this.changed();
  }

  /** Files that cannot be removed, for example on a full disk, are removed when the workspace is next opened. */
  private finishDeletions(workspace: OpenWorkspace): void {
    try {
      finishDeletions(workspace);
    } catch (error) {
      this.log.warn('deleted runs not removed', errorFacts(error));
    }
  }

  /** Starts the background services of an open workspace: jobs, folder watches and the thread of segment queries. */
  private startServices(workspace: OpenWorkspace): OpenServices {
    let watches: Watches | null = null;
    let live: LiveEvents | null = null;
    const onEvent = (event: EngineEvent) => {
      this.emit(event);
      if (event.type !== 'job') return;
      watches?.onJob(event.job);
      live?.onJob(event.job);
    };
    const jobs = new JobManager(workspace.path, onEvent, {
      backends: this.backends,
      log: this.log,
      makeRoom: () => this.makeRoom(),
    });
    const { resume = true } = this.watchOptions;
    const defaults = { synthetic: false, dryRun: false };
    watches = new Watches(workspace, {
      timing: this.watchOptions.pace,
      resume,
      home: this.files.home,
      log: this.log,
      start: (request) =>
        jobs.start('ingest.run', { ...defaults, ...request, presets: readSavedPresets(this.files.home).presets }),
    });
    live = new LiveEvents(workspace, {
      resume,
      home: this.files.home,
      log: this.log,
      timing: this.watchOptions.live,
      start: (request) => jobs.start('live.import', request),
    });
    const isBackupRunning = () => jobs.list().some((job) => job.kind === 'workspace.backUp' && isActive(job));
    const startBackup = () => void jobs.start('workspace.backUp', { reason: 'schedule' });
    const backupTimer = resume ? new BackupTimer(workspace, startBackup, isBackupRunning) : null;
    return { workspace, jobs, watches, live, segmentQueries: new SegmentQueryThread(workspace.path), backupTimer };
  }

  /** Updates the list of workspaces. Failures are ignored, because the list is only a convenience. */
  private async remember(write: () => void | Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.log.warn('list of workspaces not written', errorFacts(error));
    }
  }

  private requireOpen() {
    if (this.open) return this.open;
    throw new PortraitError({
      code: 'NO_WORKSPACE',
      message: 'No workspace is open.',
      hint: 'Open a workspace or create a new one.',
    });
  }

  /** Tries again if the disk is full and the files of deleted runs could be removed from it. */
  private async withRoom<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const cause = storeError(error, this.open?.workspace.path ?? '');
      if (!(cause instanceof PortraitError && cause.code === 'DISK_FULL' && this.makeRoom())) throw error;
      return await work();
    }
  }

  /** Deletes the files of deleted runs; returns whether there were any. */
  private makeRoom(): boolean {
    const { open } = this;
    if (!open) return false;
    try {
      const hadFiles = emptyTrash(open.workspace.path);
      if (hadFiles) this.log.info('files of deleted runs removed from a full disk');
      return hadFiles;
    } catch (error) {
      this.log.warn('files of deleted runs not removed', errorFacts(error));
      return false;
    }
  }

  private async perform(
    method: JobName | QueryName,
    input: unknown,
    signal: AbortSignalLike | undefined,
  ): Promise<unknown> {
    return isJobName(method) ? this.startJob(method, input) : await this.answer(method, input, signal);
  }

  private startJob<M extends JobName>(method: M, input: unknown): { job: string } {
    const parsed = parseInput(method, input);
    requireInPlace(this.workspace().path);
    return { job: this.jobs().start(method, prepareJob(method, parsed, this)) };
  }

  private answer<M extends QueryName>(method: M, input: unknown, signal: AbortSignalLike | undefined) {
    return handlers[method](parseInput(method, input), this, signal);
  }

  private emit(event: EngineEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
