import * as tf from '@tensorflow/tfjs-core';
import { MIN_SHARED_COST, Pool } from './pool.ts';
import { defaultThreadCount } from './thread-count.ts';

/**
 * Number of threads that compute models in parallel. A backend that does not run on CPU cores gains nothing from more
 * than one.
 */
const computeThreads = () => (tf.getBackend() === 'wasm' ? defaultThreadCount() : 1);

/** Number of threads for a task of this many multiply-adds. Requires a selected backend. */
export const threadsFor = (multiplyAdds: number): number => (multiplyAdds < MIN_SHARED_COST ? 1 : computeThreads());

/**
 * Calls a function with a thread pool and terminates the pool afterwards. `threads` defaults to the number of threads
 * that compute models in parallel.
 */
export async function withPool<T>(run: (pool: Pool) => Promise<T>, threads = computeThreads()): Promise<T> {
  const pool = new Pool(threads);
  try {
    return await run(pool);
  } finally {
    await pool.end();
  }
}
