import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { RemoteError } from '../../../shared/domain/error-facts.ts';
import { cancelled, PortraitError } from '../../../shared/errors.ts';
import type { AbortSignalLike } from '../../../shared/protocol/cancellation.ts';
import { startThread, type Thread } from '../threads/start-thread.ts';
import { CancelledCalls } from './cancelled-calls.ts';
import type { QueryInput, QueryOutput, SegmentQuery } from './queries.ts';
import { type AnswerMessage, type QueryMessage, queryWorkerEntry } from './query-worker.ts';

/** Idle time in milliseconds after which the thread ends. */
const IDLE_MS = 5 * 60_000;

interface RunningThread {
  readonly thread: Thread;
  readonly port: MessagePort;
}

interface PendingQuery {
  resolve(output: QueryOutput<SegmentQuery>): void;
  reject(error: unknown): void;
}

/** The part of the engine that gives handlers access to the query thread. */
export interface SegmentQueriesContext {
  segmentQueries(): SegmentQueryThread;
}

/**
 * Thread with its own database connection that answers the segment queries of an open workspace one at a time, so that
 * the engine's thread is not blocked. The first query starts it.
 */
export class SegmentQueryThread {
  private readonly workspace: string;
  private running: RunningThread | null = null;
  private readonly pending = new Map<number, PendingQuery>();
  private idleTimer: NodeJS.Timeout | undefined;
  private readonly cancelled = new CancelledCalls();
  private lastId = 0;

  /** `workspace` is the folder of the workspace. */
  constructor(workspace: string) {
    this.workspace = workspace;
  }

  /**
   * Runs a query. Throws the errors of the query, THREAD_DIED, and CANCELLED if the workspace is closed, or the call
   * that `signal` belongs to is cancelled, before it ends.
   */
  run<Q extends SegmentQuery>(query: Q, input: QueryInput<Q>, signal?: AbortSignalLike): Promise<QueryOutput<Q>> {
    clearTimeout(this.idleTimer);
    const id = ++this.lastId;
    this.cancelled.begin(id);
    signal?.addEventListener('abort', () => this.cancelled.cancel(id));
    const { port } = this.start();
    return new Promise<QueryOutput<SegmentQuery>>((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      port.postMessage({ id, query, input } satisfies QueryMessage);
    }) as Promise<QueryOutput<Q>>;
  }

  async close(): Promise<void> {
    await this.end(cancelled());
  }

  private start(): RunningThread {
    if (this.running) return this.running;
    const { port1: port, port2 } = new MessageChannel();
    const thread = startThread(
      queryWorkerEntry,
      { workspace: this.workspace, port: port2, cancelled: this.cancelled.flags },
      [port2],
    );
    const running = { thread, port };
    this.running = running;
    port.on('message', (message: AnswerMessage) => this.receive(message));
    thread.completion.catch((error: unknown) => {
      if (this.running === running) void this.end(error);
    });
    return running;
  }

  private receive(message: AnswerMessage): void {
    const query = this.pending.get(message.id);
    this.pending.delete(message.id);
    if ('output' in message) query?.resolve(message.output);
    else query?.reject(new PortraitError(message.error, { cause: new RemoteError(message.facts) }));
    if (this.pending.size === 0) this.idleTimer = setTimeout(() => void this.close(), IDLE_MS).unref();
  }

  /** Terminates the thread; rejects pending queries with `reason`. */
  private async end(reason: unknown): Promise<void> {
    clearTimeout(this.idleTimer);
    const { running } = this;
    this.running = null;
    for (const query of this.pending.values()) query.reject(reason);
    this.pending.clear();
    running?.port.close();
    await running?.thread.terminate();
  }
}
