import { waitPolling } from '../../threads/barrier.ts';
import { startThread, type Thread } from '../../threads/start-thread.ts';
import { Arena } from './arena.ts';
import { kernelThreadEntry } from './kernel-thread.ts';
import { loadMapKernels, type MapKernels } from './load.ts';
import { newOrders, type Order, type Orders, runOrder, writeOrder } from './orders.ts';

/**
 * Threads that run kernels on one shared memory, together with the calling thread. A thread takes part once it has
 * started; no result depends on how many there are.
 */
export class KernelTeam {
  readonly arena = new Arena();
  readonly kernels: MapKernels;
  /** Number of threads, with the calling one; also those that have not started. */
  readonly threads: number;
  private readonly orders: Orders;
  private readonly others: readonly Thread[];
  private number = 0;

  private constructor(threads: number, arena: Arena, kernels: MapKernels) {
    this.arena = arena;
    this.kernels = kernels;
    this.threads = threads;
    this.orders = newOrders(threads);
    const { memory } = arena;
    this.others = Array.from({ length: threads - 1 }, (_, i) =>
      startThread(kernelThreadEntry, { memory, orders: this.orders, thread: i + 1 }),
    );
  }

  /** Starts the threads; null if this machine cannot run the kernels. */
  static start(threads: number): KernelTeam | null {
    const arena = new Arena();
    const kernels = loadMapKernels(arena.memory);
    return kernels && new KernelTeam(threads, arena, kernels);
  }

  /**
   * Runs a kernel and returns the sum of its results. Calls `onPiece` after each piece of the calling thread with the
   * number of items that have been claimed; it may throw, after which only `end` may be called.
   */
  async run(order: Order, onPiece: (items: number) => void = () => {}): Promise<number> {
    const { orders, others } = this;
    writeOrder(orders, order);
    const invited = order.items > order.piece ? this.invite() : 0;
    runOrder(orders, this.kernels, 0, onPiece);
    await waitPolling(orders.left, invited, () => {
      for (const thread of others) thread.check();
      onPiece(order.items);
    });
    return orders.sums.reduce((sum, value) => sum + value, 0);
  }

  /** Resolves when all threads have started; work need not wait for it. */
  async started(): Promise<void> {
    const { ready } = this.orders;
    while (ready.reduce((sum, isReady) => sum + isReady, 0) < this.threads - 1) {
      for (const thread of this.others) thread.check();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Terminates the other threads. */
  async end(): Promise<void> {
    await Promise.all(this.others.map((thread) => thread.terminate()));
  }

  /** Wakes the threads that have started; returns their number. */
  private invite(): number {
    const { ready, invited } = this.orders;
    this.number++;
    let count = 0;
    for (let thread = 1; thread < this.threads; thread++) {
      if (Atomics.load(ready, thread) === 0) continue;
      Atomics.store(invited, thread, this.number);
      Atomics.notify(invited, thread);
      count++;
    }
    return count;
  }
}
