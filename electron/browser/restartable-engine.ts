import type { EngineEvent } from '../../shared/contract/jobs.ts';
import type { PortraitError } from '../../shared/errors.ts';
import type { AbortSignalLike } from '../../shared/protocol/cancellation.ts';
import { engineGone } from '../../shared/protocol/client.ts';
import type { Callable } from '../../shared/protocol/server.ts';
import type { Engine } from '../engine/engine.ts';
import { RestartPolicy } from '../engine/restart-policy.ts';

/** Maximum time in milliseconds for an engine to close its workspace before it is replaced. */
const CLOSE_MS = 10_000;

/**
 * An engine in the process that serves it. An uncaught error may leave it in any state, so it is then closed and replaced
 * by a new one with the same workspace. Clients stay connected: calls in progress are rejected
 * with ENGINE_GONE, and running jobs end as interrupted.
 */
export class RestartableEngine implements Callable {
  private readonly create: () => Engine;
  private readonly policy: RestartPolicy;
  private readonly listeners = new Set<(event: EngineEvent) => void>();
  private readonly pending = new Set<(error: PortraitError) => void>();
  private restarting: Promise<void> | null = null;
  private engine: Engine;

  constructor(create: () => Engine, policy = new RestartPolicy()) {
    this.create = create;
    this.policy = policy;
    this.engine = this.start();
  }

  /** The engine that is in use now. */
  get current(): Engine {
    return this.engine;
  }

  async call(method: string, input: unknown, signal?: AbortSignalLike): Promise<unknown> {
    await this.restarting;
    return new Promise((resolve, reject) => {
      this.pending.add(reject);
      this.engine
        .call(method, input, signal)
        .then(resolve, reject)
        .finally(() => this.pending.delete(reject));
    });
  }

  onEvent(listener: (event: EngineEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Replaces the engine; returns false if the policy does not allow another restart. */
  restart(): boolean {
    if (this.restarting) return true;
    if (!this.policy.allow(Date.now())) return false;
    for (const reject of this.pending) reject(engineGone());
    this.restarting = this.replace().finally(() => {
      this.restarting = null;
    });
    return true;
  }

  async close(): Promise<void> {
    await this.restarting;
    await this.engine.close();
  }

  private start(): Engine {
    const engine = this.create();
    engine.onEvent((event) => {
      for (const listener of this.listeners) listener(event);
    });
    return engine;
  }

  private async replace(): Promise<void> {
    const old = this.engine;
    const path = old.hasWorkspace() ? old.workspace().path : null;
    await closeWithin(old, CLOSE_MS);
    this.engine = this.start();
    // If the workspace cannot be opened, the engine logs why, and clients see that none is open.
    if (path !== null) await this.engine.call('workspace.open', { path }).catch(() => {});
  }
}

async function closeWithin(engine: Engine, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([engine.close().catch(() => {}), timeout]);
  clearTimeout(timer);
}
