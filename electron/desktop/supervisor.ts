import { PortraitError } from '../../shared/errors.ts';
import { engineGone } from '../../shared/protocol/client.ts';
import { FromEngineProcess, type Request } from './engine-messages.ts';
import type { RestartPolicy } from './restart-policy.ts';

/** A process that can be written to, as Electron's UtilityProcess is. `P` is what can be handed over with a message. */
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
 * Keeps one engine process alive: what was asked of a dead one is rejected, and another is started as often as the
 * policy allows; then `onGaveUp` is called. Paths that the user chose stay granted over a restart.
 */
export class Supervisor<P> {
  private readonly fork: () => Child<P>;
  private readonly policy: RestartPolicy;
  private readonly onGaveUp: () => void;
  private readonly grants = new Set<string>();
  private readonly pending = new Map<number, Pending>();
  private child: Child<P> | null = null;
  private closing = false;
  private nextId = 1;

  constructor(fork: () => Child<P>, policy: RestartPolicy, onGaveUp: () => void) {
    this.fork = fork;
    this.policy = policy;
    this.onGaveUp = onGaveUp;
  }

  /** Starts the engine; also once more after it was given up. */
  start(): void {
    if (this.child) return;
    const child = this.fork();
    this.child = child;
    child.on('message', (message) => this.receive(message));
    child.on('exit', () => this.exited(child));
    for (const path of this.grants) void this.ask({ ask: 'grant', path }).catch(() => {});
  }

  /** Asks the engine's process and gives its answer. Throws the engine's error, and ENGINE_GONE where it is not there. */
  ask(request: Request, ports: P[] = []): Promise<string | null> {
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
    return (await this.ask({ ask: 'grant', path })) ?? path;
  }

  /** Has the engine close its workspace, then ends it; after `patienceMs` it is ended all the same. */
  async close(patienceMs = 10_000): Promise<void> {
    this.closing = true;
    const { child } = this;
    if (!child) return;
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    await Promise.race([this.ask({ ask: 'close' }).catch(() => {}), enough]);
    clearTimeout(timer);
    child.kill();
  }

  private receive(raw: unknown): void {
    const { success, data } = FromEngineProcess.safeParse(raw);
    if (!success) return;
    const waiting = this.pending.get(data.id);
    this.pending.delete(data.id);
    if (data.error) waiting?.reject(new PortraitError(data.error));
    else waiting?.resolve(data.answer);
  }

  private exited(child: Child<P>): void {
    if (this.child !== child) return;
    this.child = null;
    const lost = [...this.pending.values()];
    this.pending.clear();
    for (const waiting of lost) waiting.reject(engineGone());
    if (this.closing) return;
    if (this.policy.allow(Date.now())) this.start();
    else this.onGaveUp();
  }
}
