import { PortraitError } from '../../shared/errors.ts';
import { engineGone } from '../../shared/protocol/client.ts';
import type { RestartPolicy } from '../engine/restart-policy.ts';
import { EngineProcessReply, type RequestWithoutId, WorkspaceNotice } from './engine-messages.ts';

/** A child process that accepts messages, such as Electron's UtilityProcess. `P` is the type of transferable ports. */
export interface Child<P> {
  postMessage(message: unknown, ports: P[]): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): unknown;
}

interface Pending {
  resolve(answer: string | null): void;
  reject(error: PortraitError): void;
}

/**
 * Keeps one engine process alive: rejects pending requests of a crashed one and restarts it as often as the policy
 * allows, then calls `onGaveUp`. A restarted process has the same granted paths and opens the same workspace, unless
 * opening it is what ends the process.
 */
export class Supervisor<P> {
  private readonly fork: () => Child<P>;
  private readonly policy: RestartPolicy;
  private readonly onGaveUp: () => void;
  private readonly grants = new Set<string>();
  private readonly pending = new Map<number, Pending>();
  private workspace: string | null = null;
  private child: Child<P> | null = null;
  private closing = false;
  private nextId = 1;

  constructor(fork: () => Child<P>, policy: RestartPolicy, onGaveUp: () => void) {
    this.fork = fork;
    this.policy = policy;
    this.onGaveUp = onGaveUp;
  }

  /** Starts the engine; also after `onGaveUp`. */
  start(): void {
    if (this.child) return;
    const child = this.fork();
    this.child = child;
    child.on('message', (message) => this.receive(message));
    child.on('exit', () => this.onExit(child));
    for (const path of this.grants) void this.send({ type: 'grant', path }).catch(() => {});
    void this.reopen();
  }

  /**
   * Sends a request to the engine process and returns its answer. Throws the engine's error, and ENGINE_GONE if the
   * process is not running.
   */
  send(request: RequestWithoutId, ports: P[] = []): Promise<string | null> {
    const { child } = this;
    if (!child) return Promise.reject(engineGone());
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      child.postMessage({ ...request, id }, ports);
    });
  }

  async grant(path: string): Promise<string> {
    this.grants.add(path);
    return (await this.send({ type: 'grant', path })) ?? path;
  }

  /** Opens a workspace that the user chose. */
  async open(path: string): Promise<void> {
    this.grants.add(path);
    await this.send({ type: 'open', path });
  }

  /** Requests the engine to close its workspace, then terminates it, at the latest after `timeoutMs`. */
  async close(patienceMs = 10_000): Promise<void> {
    this.closing = true;
    const { child } = this;
    if (!child) return;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    await Promise.race([this.send({ type: 'close' }).catch(() => {}), timeout]);
    clearTimeout(timer);
    child.kill();
  }

  private async reopen(): Promise<void> {
    const path = this.workspace;
    this.workspace = null;
    if (path !== null) await this.send({ type: 'open', path }).catch(() => {});
  }

  private receive(raw: unknown): void {
    const notice = WorkspaceNotice.safeParse(raw);
    if (notice.success) this.workspace = notice.data.path;
    const { success, data } = EngineProcessReply.safeParse(raw);
    if (!success) return;
    const pendingRequest = this.pending.get(data.id);
    this.pending.delete(data.id);
    if (data.error) pendingRequest?.reject(new PortraitError(data.error));
    else pendingRequest?.resolve(data.answer);
  }

  private onExit(child: Child<P>): void {
    if (this.child !== child) return;
    this.child = null;
    const rejectedRequests = [...this.pending.values()];
    this.pending.clear();
    for (const pendingRequest of rejectedRequests) pendingRequest.reject(engineGone());
    if (this.closing) return;
    if (this.policy.allow(Date.now())) this.start();
    else {
      this.workspace = null;
      this.onGaveUp();
    }
  }
}
