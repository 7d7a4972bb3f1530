import * as tf from '@tensorflow/tfjs';
import { threadsByDefault } from './count.ts';
import { Pool } from './pool.ts';

/**
 * Works with a pool of threads, which are ended with it. If not said otherwise they are as many as compute together by default;
 * a backend, which must have been chosen, that does not compute on the processor's cores gains nothing by more than one.
 */
export async function withPool<T>(
  work: (pool: Pool) => Promise<T>,
  threads = tf.getBackend() === 'wasm' ? threadsByDefault() : 1,
): Promise<T> {
  const pool = new Pool(threads);
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
