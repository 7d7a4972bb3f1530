import type { MessagePort } from 'node:worker_threads';
import { startTask, type TaskInput, type TaskName, type TaskResult } from '../parallel-tasks.ts';
import { claimPieces, runCounted } from './pool.ts';

export interface PoolWorkerInput {
  /** Port on which work orders arrive. */
  readonly port: MessagePort;
}

/** A shared task and its progress; see `Pieces`. */
export interface WorkOrder<W extends TaskName = TaskName> {
  readonly name: W;
  readonly input: TaskInput<W>;
  readonly counts: Int32Array;
  /** Index of the first unclaimed piece, and number of completed items; one element each. */
  readonly next: Int32Array<SharedArrayBuffer>;
  readonly done: Int32Array<SharedArrayBuffer>;
}

/** Result of a piece. */
export interface PieceResult<W extends TaskName> {
  readonly piece: number;
  readonly result: TaskResult<W>;
}

/** Worker loop of a pool thread: runs one work order after another until the thread is terminated. */
export function runWorker({ port }: PoolWorkerInput): Promise<never> {
  return new Promise((_, reject) => {
    let lastOrder = Promise.resolve();
    port.on('message', (order: WorkOrder) => {
      lastOrder = lastOrder.then(() => runOrder(order, port)).catch(reject);
    });
  });
}

async function runOrder<W extends TaskName>(
  { name, input, counts, next, done }: WorkOrder<W>,
  port: MessagePort,
): Promise<void> {
  // The task may have finished while this thread was starting.
  if (Atomics.load(next, 0) >= counts.length) return;
  const task = await startTask(name, input);
  try {
    for (const piece of claimPieces(next, counts.length)) {
      const result = await runCounted(done, counts[piece]!, (onProgress) => task.do(piece, onProgress));
      port.postMessage({ piece, result } satisfies PieceResult<W>);
    }
  } finally {
    task.dispose();
  }
}
