import { type MessagePort, Worker } from 'node:worker_threads';
import { type ErrorShape, PortraitError } from '../../../shared/errors.ts';
import type { TaskInput, TaskName } from '../thread-entries.ts';

/** What a thread says when it ends. */
export type FromThread = { readonly type: 'done' } | { readonly type: 'failed'; readonly error: ErrorShape };

/** A thread that works for another one, which may be too busy to hear from it until it asks. */
export interface Thread {
  /** Resolves once its task has ended well; rejects with the task's error, or with THREAD_DIED. */
  readonly ended: Promise<void>;
  /** Throws what `ended` has been rejected with, if it has; needs a turn of the event loop to know. */
  check(): void;
  terminate(): Promise<void>;
}

/** The entry's file beside this one: TypeScript when run from source, JavaScript in the bundle. */
function entryFile(): URL {
  const fromSource = import.meta.url.endsWith('.ts');
  return new URL(fromSource ? '../thread-entry.ts' : './thread.js', import.meta.url);
}

/** Starts a thread on a task. What the input holds in shared memory is not copied. */
export function startThread<T extends TaskName>(task: T, input: TaskInput<T>, transfer: MessagePort[] = []): Thread {
  const worker = new Worker(entryFile(), { workerData: { task, input }, transferList: transfer });
  let failure: PortraitError | null = null;
  let done = false;
  const ended = new Promise<void>((resolve, reject) => {
    const fail = (error: PortraitError) => {
      if (done) return;
      failure ??= error;
      reject(failure);
    };
    worker.on('message', (message: FromThread) => {
      if (message.type === 'failed') return fail(new PortraitError(message.error));
      done = true;
      resolve();
    });
    worker.on('error', (crash) => fail(died(crash)));
    worker.on('exit', () => fail(died(null)));
  });
  // Whoever does not wait for its end asks by `check`.
  ended.catch(() => {});
  return {
    ended,
    check() {
      if (failure) throw failure;
    },
    async terminate() {
      await worker.terminate();
    },
  };
}

function died(crash: unknown): PortraitError {
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
