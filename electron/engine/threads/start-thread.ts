import { type MessagePort, Worker } from 'node:worker_threads';
import { type ErrorFacts, RemoteError } from '../../../shared/domain/error-facts.ts';
import { type ErrorShape, PortraitError } from '../../../shared/errors.ts';
import { entryFile } from './entry-file.ts';
import type { LoadTask } from './task.ts';

/** Entry point of a thread. */
export interface ThreadEntry<Input> {
  /** Name of the entry point in the registry at the engine's root, by which the thread loads its module. */
  readonly name: string;
  /** Runs to completion, or until the thread is terminated. */
  run(input: Input, loadTask: LoadTask): unknown;
}

/** Data that a thread is started with. */
export interface ThreadStart {
  /** Name of the entry point. */
  readonly entry: string;
  readonly input: unknown;
}

/** Message that a thread posts when it ends. */
export type ThreadMessage =
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly error: ErrorShape; readonly facts: ErrorFacts };

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

/** Starts a thread at an entry point. Shared memory in the input is not copied. */
export function startThread<Input>(entry: ThreadEntry<Input>, input: Input, transfer: MessagePort[] = []): Thread {
  const workerData: ThreadStart = { entry: entry.name, input };
  const worker = new Worker(entryFile('thread-entry'), { workerData, transferList: transfer });
  let failure: PortraitError | null = null;
  let done = false;
  const completion = new Promise<void>((resolve, reject) => {
    const fail = (error: PortraitError) => {
      if (done) return;
      failure ??= error;
      reject(failure);
    };
    worker.on('message', (message: ThreadMessage) => {
      if (message.type === 'failed') {
        return fail(new PortraitError(message.error, { cause: new RemoteError(message.facts) }));
      }
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
      message: `A worker thread ended unexpectedly${reason}`,
      hint: 'It may have run out of memory: close other programs or use fewer workers, then resume the job.',
      details: { systemMessage: crash instanceof Error ? crash.message : '' },
    },
    { cause: crash },
  );
}
