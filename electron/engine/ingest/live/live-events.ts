import type { Parsed } from '../../../../shared/contract/index.ts';
import type { Job } from '../../../../shared/contract/jobs.ts';
import type { LiveState, LiveUsers } from '../../../../shared/contract/live.ts';
import type { EngineLog } from '../../log/engine-log.ts';
import { logFailure } from '../../log/log-failure.ts';
import { storeError } from '../../store/store-error.ts';
import type { Workspace } from '../../store/workspace.ts';
import { isSamePlace, placeOf } from '../watch/place.ts';
import { type HttpListener, listenHttp } from './http-listener.ts';
import { type ListenerSettings, newKey, readListener, writeListener } from './listener-file.ts';
import { liveFolder } from './live-folder.ts';
import { LiveImports, type LiveTiming } from './live-imports.ts';
import { pendingIds } from './pending-ids.ts';
import { Receiver, type ReceiverTotals } from './receiver.ts';
import { Spool } from './spool.ts';

const TIMING: LiveTiming = { delayMs: 1_000, retryMs: 30_000 };
const NOTHING_RECEIVED: ReceiverTotals = {
  accepted: 0,
  duplicates: 0,
  rejected: 0,
  lastAccepted: null,
  lastFault: null,
};

interface Options {
  /** Starts an import of messages and returns the id of its job. */
  start(request: Parsed<'live.import'>): string;
  readonly log: EngineLog;
  /** Folder in which Portrait keeps the id of its installation. */
  readonly home: string;
  /** Whether to listen if the workspace was listening when it was closed. */
  readonly resume: boolean;
  readonly timing?: LiveTiming | undefined;
}

/** The part of the engine by which a handler reaches the listener. */
export interface LiveContext {
  live(): LiveEvents;
}

interface Running {
  readonly listener: HttpListener;
  readonly receiver: Receiver;
}

/**
 * The listener of an open workspace, and the imports of what it received. Messages that an earlier process received
 * and did not import are imported when the workspace is opened.
 */
export class LiveEvents {
  private readonly workspace: Workspace;
  private readonly options: Options;
  private readonly spool: Spool;
  private readonly imports: LiveImports;
  private running: Running | null = null;
  private settings: ListenerSettings | null;
  /** The last call of `start` or `stop`, which run one after another. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(workspace: Workspace, options: Options) {
    this.workspace = workspace;
    this.options = options;
    this.settings = readListener(workspace.path);
    this.spool = new Spool(liveFolder(workspace.path));
    this.imports = new LiveImports({
      spool: this.spool,
      timing: options.timing ?? TIMING,
      start: (request) => options.start({ ...request, users: this.users() }),
      onError: (error) => this.report(error),
    });
    if (options.resume && this.spool.sealedFiles().length > 0) this.imports.schedule(0);
    if (options.resume && this.settings?.isOn && !this.isWaiting())
      this.start({ keep: true }).catch((error) => this.report(error));
  }

  state(): LiveState {
    const { key = null } = this.settings ?? {};
    const { running, imports, spool } = this;
    return {
      ...(running?.receiver.totals() ?? NOTHING_RECEIVED),
      ...{ url: running && `http://127.0.0.1:${running.listener.port}/v1`, key, users: this.users() },
      waiting: this.settings?.isOn === true && this.isWaiting(),
      pendingBytes: spool.bytes(),
      importError: imports.error,
    };
  }

  /** Throws PORT_IN_USE; the listener has not changed then. */
  start(request: { port?: number; users?: LiveUsers; keep: boolean }): Promise<void> {
    return this.next(async () => {
      const known = this.settings;
      const { keep, port = known?.port ?? 0, users = this.users() } = request;
      const key = known?.key ?? newKey();
      if (this.running?.listener.port !== port || port === 0) await this.listen(port, key);
      const boundPort = this.running!.listener.port;
      const place = placeOf(this.options.home, this.workspace.path);
      this.settings = { isOn: keep, port: boundPort, key, users, place };
      writeListener(this.workspace.path, this.settings);
      if (this.spool.sealedFiles().length > 0) this.imports.schedule(0);
    });
  }

  stop(): Promise<void> {
    return this.next(async () => {
      await this.running?.listener.close();
      this.running = null;
      if (!this.settings) return;
      this.settings = { ...this.settings, isOn: false };
      writeListener(this.workspace.path, this.settings);
    });
  }

  /** Must be called with each change of a job. */
  onJob(job: Job): void {
    this.imports.onJob(job);
  }

  /** Stops listening. What is not imported yet is imported when the workspace is next opened. */
  async close(): Promise<void> {
    this.imports.close();
    await this.next(async () => {
      await this.running?.listener.close();
      this.running = null;
    });
    await this.spool.seal();
  }

  private async listen(port: number, key: string): Promise<void> {
    const previous = this.running;
    const receiver = previous?.receiver ?? (await this.createReceiver());
    const listener = await listenHttp({
      ...{ port, key, receiver },
      onAccepted: () => this.imports.schedule(),
      onError: (error) => this.report(error),
    });
    await previous?.listener.close();
    this.running = { listener, receiver };
  }

  private async createReceiver(): Promise<Receiver> {
    const ids: string[] = [];
    for await (const id of pendingIds(this.spool.sealedFiles())) ids.push(id);
    return new Receiver(this.spool, ids);
  }

  private users(): LiveUsers {
    return this.settings?.users ?? 'keep';
  }

  private isWaiting(): boolean {
    return !isSamePlace(this.settings?.place, placeOf(this.options.home, this.workspace.path));
  }

  private report(error: unknown): void {
    logFailure(this.options.log, storeError(error, this.workspace.path), { method: 'live.start' });
  }

  private next(work: () => Promise<void>): Promise<void> {
    const turn = this.turn.then(work);
    this.turn = turn.catch(() => {});
    return turn;
  }
}
