import type { MessagePort } from 'node:worker_threads';
import type { ThreadEntry } from './start-thread.ts';
import type { LoadTask } from './task.ts';
import { claimPieces, type PieceResult, runCounted, type WorkOrder } from './work-queue.ts';

interface PoolWorkerInput {
  /** Port on which work orders arrive. */
  readonly port: MessagePort;
}

/** Worker loop of a pool thread: runs one work order after another until the thread is terminated. */
export const poolWorkerEntry: ThreadEntry<PoolWorkerInput> = {
  name: 'pool.worker',
  run: ({ port }, loadTask) =>
    new Promise<never>((_, reject) => {
      let lastOrder = Promise.resolve();
      port.on('message', (order: WorkOrder) => {
        lastOrder = lastOrder.then(() => runOrder(order, port, loadTask)).catch(reject);
      });
    }),
};

async function runOrder(order: WorkOrder, port: MessagePort, loadTask: LoadTask): Promise<void> {
  const { input, counts, next, done } = order;
  // The task may have finished while this thread was starting.
  if (Atomics.load(next, 0) >= counts.length) return;
  const parallelTask = await loadTask(order.task);
  const task = await parallelTask.start(input);
  try {
    for (const piece of claimPieces(next, counts.length)) {
      const result = await runCounted(done, counts[piece]!, (onProgress) => task.do(piece, onProgress));
      port.postMessage({ piece, result } satisfies PieceResult<unknown>);
    }
  } finally {
    task.dispose();
  }
}
