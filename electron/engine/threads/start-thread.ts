import { type MessagePort, Worker } from 'node:worker_threads';
import { type ErrorShape, PortraitError } from '../../../shared/errors.ts';
import type { ThreadEntryInput, ThreadEntryName } from '../thread-entries.ts';

/** Message that a thread posts when it ends. */
export type ThreadMessage = { readonly type: 'done' } | { readonly type: 'failed'; readonly error: ErrorShape };

/** A thread that works for another one, which may be too busy to handle its messages until it calls `check`. */
export interface Thread {
  /** Resolves when the thread completes; rejects with its error, or with THREAD_DIED. */
  readonly completion: Promise<void>;
  /**
   * Throws the error with which `completion` was rejected, if any. The error becomes known only after the caller yields
   * to its event loop.
   */
  check(): void;
  terminate(): Promise<void>;
}

/** URL of the thread's module next to this one: TypeScript when run from source, JavaScript in the bundle. */
function entryFile(): URL {
  const fromSource = import.meta.url.endsWith('.ts');
  return new URL(fromSource ? '../thread-entry.ts' : './thread.js', import.meta.url);
}

/** Starts a thread at an entry point. Shared memory in the input is not copied. */
export function startThread<T extends ThreadEntryName>(
  entry: T,
  input: ThreadEntryInput<T>,
  transfer: MessagePort[] = [],
): Thread {
  const worker = new Worker(entryFile(), { workerData: { task: entry, input }, transferList: transfer });
  let failure: PortraitError | null = null;
  let done = false;
  const completion = new Promise<void>((resolve, reject) => {
    const fail = (error: PortraitError) => {
      if (done) return;
      failure ??= error;
      reject(failure);
    };
    worker.on('message', (message: ThreadMessage) => {
      if (message.type === 'failed') return fail(new PortraitError(message.error));
      done = true;
      resolve();
    });
    worker.on('error', (crash) => fail(threadDied(crash)));
    worker.on('exit', () => fail(threadDied(null)));
  });
  // Callers that do not await the completion use `check`; this prevents an unhandled rejection.
  completion.catch(() => {});
  return {
    completion,
    check() {
      if (failure) throw failure;
    },
    async terminate() {
      await worker.terminate();
    },
  };
}

function threadDied(crash: unknown): PortraitError {
  const reason = crash instanceof Error ? `: ${crash.message}` : '.';
  return new PortraitError(
    {
      code: 'THREAD_DIED',
      message: `One of the threads that worked together ended before its work did${reason}`,
      hint: 'Often memory ran out: close other programs or choose fewer workers, and resume the job.',
    },
    { cause: crash },
  );
}
