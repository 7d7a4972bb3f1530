import * as tf from '@tensorflow/tfjs';
import { FEW, Pool } from './pool.ts';
import { threadsByDefault } from './thread-count.ts';

/** Threads that compute models together; a backend that does not compute on the processor's cores gains nothing by more than one. */
const computing = () => (tf.getBackend() === 'wasm' ? threadsByDefault() : 1);

/** Threads that take part in work of so many multiply-adds. The backend must have been chosen. */
export const threadsFor = (multiplyAdds: number): number => (multiplyAdds < FEW ? 1 : computing());

/** Works with a pool of threads, which are ended with it: if not said otherwise those that compute models together. */
export async function withPool<T>(work: (pool: Pool) => Promise<T>, threads = computing()): Promise<T> {
  const pool = new Pool(threads);
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
