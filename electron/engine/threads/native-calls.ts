/** Number of pending calls, in memory that the thread which may terminate this one reads; null if there is none. */
let pending: Int32Array<SharedArrayBuffer> | null = null;

/** Counts the native calls of this thread in the only element of `counter` from now on. */
export function shareNativeCalls(counter: Int32Array<SharedArrayBuffer>): void {
  pending = counter;
}

/**
 * Awaits an asynchronous call of a native add-on. Whoever terminates this thread waits for such calls: one that ends in
 * a thread that is being terminated aborts the process.
 */
export async function nativeCall<T>(call: () => Promise<T>): Promise<T> {
  const counter = pending;
  if (!counter) return await call();
  Atomics.add(counter, 0, 1);
  try {
    return await call();
  } finally {
    Atomics.sub(counter, 0, 1);
  }
}
