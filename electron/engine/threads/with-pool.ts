import * as tf from '@tensorflow/tfjs';
import { threadsByDefault } from './count.ts';
import { Pool } from './pool.ts';

/**
 * Works with a pool of as many threads as compute together by default, which are ended with it; a backend that does not
 * compute on the processor's cores gains nothing by more than one. The backend must have been chosen.
 */
export async function withPool<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = new Pool(tf.getBackend() === 'wasm' ? threadsByDefault() : 1);
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
