import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { waitPolling } from './barrier.ts';
import { poolWorkerEntry } from './pool-worker.ts';
import { sharedInts } from './shared-memory.ts';
import { startThread, type Thread } from './start-thread.ts';
import type { OnProgress, ParallelTask } from './task.ts';
import { claimPieces, type PieceResult, runCounted, type WorkOrder } from './work-queue.ts';
import { yieldToEventLoop } from './yield-to-event-loop.ts';

/** Multiply-adds below which a task finishes before other threads have started: about one second on one core. */
export const MIN_SHARED_COST = 1e10;

interface PoolWorker {
  readonly thread: Thread;
  readonly port: MessagePort;
}

/** A task split into pieces. Each piece writes its result to a region of its own in shared memory, or returns it. */
export interface Pieces<T> {
  /** Number of items, such as users, in each piece. */
  readonly counts: Int32Array;
  /** Total cost of all pieces. */
  readonly multiplyAdds: number;
  /** Runs a piece in the calling thread; a long one reports how many of its items are done. */
  do(piece: number, onProgress: OnProgress): T | Promise<T>;
  /** Called between pieces and on progress reports, with the number of items done; throws to abort. */
  tick(done: number): void;
  /** Called with the result of each piece as soon as it arrives. */
  onResult?(piece: number, result: T): void;
}

/**
 * Pool of threads that share tasks with the calling thread and are reused. They are started by the first task that is
 * large enough. The result does not depend on which thread runs a piece.
 */
export class Pool {
  private readonly threads: number;
  private readonly minSharedCost: number;
  private readonly workers: PoolWorker[] = [];

  /** `threads` includes the calling thread; tasks of fewer than `minSharedCost` multiply-adds are not shared. */
  constructor(threads: number, minSharedCost = MIN_SHARED_COST) {
    this.threads = threads;
    this.minSharedCost = minSharedCost;
  }

  /**
   * Runs all pieces of a task and returns their results. `input` creates the input of the other threads, with large
   * arrays in shared memory. Throws errors of the pieces, and THREAD_DIED.
   */
  async share<Input, Output>(
    task: ParallelTask<Input, Output>,
    input: () => Input,
    pieces: Pieces<Output>,
  ): Promise<Output[]> {
    const { counts } = pieces;
    const order = { task: task.name, counts, next: sharedInts(1), done: sharedInts(1) };
    const isShared = counts.length > 1 && pieces.multiplyAdds >= this.minSharedCost;
    const workers = isShared ? this.startWorkers() : [];
    const results = new Map<number, Output>();
    const onResult = (piece: number, result: Output) => {
      results.set(piece, result);
      pieces.onResult?.(piece, result);
    };
    if (workers.length > 0) dispatch(workers, { ...order, input: input() }, onResult);
    const check = () => {
      for (const { thread } of workers) thread.check();
      pieces.tick(Atomics.load(order.done, 0));
    };
    for (const piece of claimPieces(order.next, counts.length)) {
      onResult(
        piece,
        await runCounted(order.done, counts[piece]!, (onProgress) => pieces.do(piece, onProgress), check),
      );
      await yieldToEventLoop();
      check();
    }
    const total = counts.reduce((sum, count) => sum + count, 0);
    await waitPolling(order.done, total, check);
    // Results of the last pieces may still be in transit.
    while (results.size < counts.length) {
      await new Promise((resolve) => setImmediate(resolve));
      for (const { thread } of workers) thread.check();
    }
    pieces.tick(total);
    return Array.from(counts, (_, piece) => results.get(piece)!);
  }

  /** Terminates the other threads immediately. */
  async end(): Promise<void> {
    await Promise.all(this.workers.splice(0).map(({ thread }) => thread.terminate()));
  }

  private startWorkers(): readonly PoolWorker[] {
    while (this.workers.length < this.threads - 1) {
      const { port1, port2 } = new MessageChannel();
      this.workers.push({ thread: startThread(poolWorkerEntry, { port: port2 }, [port2]), port: port1 });
    }
    return this.workers;
  }
}

/** Sends a work order to the workers and receives the results of their pieces. */
function dispatch<Output>(
  workers: readonly PoolWorker[],
  order: WorkOrder,
  onResult: (piece: number, result: Output) => void,
): void {
  for (const { port } of workers) {
    port
      .removeAllListeners('message')
      .on('message', (message: PieceResult<Output>) => onResult(message.piece, message.result));
    port.postMessage(order);
  }
}
