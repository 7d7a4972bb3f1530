import type { MessagePort } from 'node:worker_threads';
import { startWork, type WorkInput, type WorkName, type WorkResult } from '../parallel-tasks.ts';
import { counted, takeFrom } from './pool.ts';

export interface HelpInput {
  /** Where orders come from. */
  readonly port: MessagePort;
}

/** Work that is shared, and how far it is; see `Pieces`. */
export interface Order<W extends WorkName = WorkName> {
  readonly name: W;
  readonly input: WorkInput<W>;
  readonly counts: Int32Array;
  /** The first piece that nobody has taken, and how many things are done; one element each. */
  readonly next: Int32Array<SharedArrayBuffer>;
  readonly done: Int32Array<SharedArrayBuffer>;
}

/** What a piece gave. */
export interface Given<W extends WorkName> {
  readonly piece: number;
  readonly result: WorkResult<W>;
}

/** Helps with one work after another until the thread is ended. */
export function help({ port }: HelpInput): Promise<never> {
  return new Promise((_, reject) => {
    let last = Promise.resolve();
    port.on('message', (order: Order) => {
      last = last.then(() => follow(order, port)).catch(reject);
    });
  });
}

async function follow<W extends WorkName>(
  { name, input, counts, next, done }: Order<W>,
  port: MessagePort,
): Promise<void> {
  // Work may have ended while this thread was starting.
  if (Atomics.load(next, 0) >= counts.length) return;
  const work = await startWork(name, input);
  try {
    for (const piece of takeFrom(next, counts.length)) {
      const result = await counted(done, counts[piece]!, (tell) => work.do(piece, tell));
      port.postMessage({ piece, result } satisfies Given<W>);
    }
  } finally {
    work.end();
  }
}
