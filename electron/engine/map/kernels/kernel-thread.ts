import type { ThreadEntry } from '../../threads/start-thread.ts';
import { loadMapKernels } from './load.ts';
import { type Orders, runOrder } from './orders.ts';

export interface KernelThreadInput {
  readonly memory: WebAssembly.Memory;
  readonly orders: Orders;
  /** Number of this thread, from 1; the thread that gives the orders is 0. */
  readonly thread: number;
}

/** Runs the orders that it is invited to, one after another, until the thread is terminated. */
export const kernelThreadEntry: ThreadEntry<KernelThreadInput> = {
  name: 'map.kernels',
  run: ({ memory, orders, thread }): never => {
    const kernels = loadMapKernels(memory);
    if (!kernels) throw new Error('this machine ran the kernels in another thread, but not in this one');
    const { invited, ready, left } = orders;
    Atomics.store(ready, thread, 1);
    for (let seen = 0; ; ) {
      Atomics.wait(invited, thread, seen);
      const order = Atomics.load(invited, thread);
      if (order === seen) continue;
      seen = order;
      runOrder(orders, kernels, thread);
      Atomics.add(left, 0, 1);
      Atomics.notify(left, 0);
    }
  },
};
