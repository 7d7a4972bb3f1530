import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { turn } from '../model/backends/yield-to-event-loop.ts';
import type { WorkInput, WorkName, WorkResult } from '../parallel-tasks.ts';
import { countUp, waitAndHear } from './barrier.ts';
import type { Given, Order } from './pool-worker.ts';
import { sharedInts } from './shared-memory.ts';
import { startThread, type Thread } from './start-thread.ts';

/** Multiply-adds below which work is done before other threads have started: about a second of one core. */
export const FEW = 1e10;

interface Helper {
  readonly thread: Thread;
  readonly port: MessagePort;
}

/** Work in pieces, each of which writes what it finds where no other piece does, or gives it. */
export interface Pieces<T> {
  /** How many things, such as users, each piece is about. */
  readonly counts: Int32Array;
  /** What all of them cost to compute. */
  readonly multiplyAdds: number;
  /** Does one of them in the calling thread; a long one says how many of its things are done on the way. */
  do(piece: number, tell: Tell): T | Promise<T>;
  /** Called between pieces and when one tells how far it is, with how many things are done; throws to stop. */
  tick(done: number): void;
  /** Called with what each piece gave, as soon as it is known here. */
  got?(piece: number, result: T): void;
}

/**
 * Threads that share work with the calling one, and stay for the next. They are started by the first work that is large enough;
 * which thread does a piece makes no difference to what comes of it.
 */
export class Pool {
  private readonly threads: number;
  private readonly few: number;
  private readonly helpers: Helper[] = [];

  /** `threads`: the calling one included; `few`: multiply-adds below which work is not shared. */
  constructor(threads: number, few = FEW) {
    this.threads = threads;
    this.few = few;
  }

  /**
   * Does all pieces of a piece of work; `input` is what the other threads need for theirs, large numbers in shared memory.
   * Gives what each piece gave. Throws what a piece throws, and THREAD_DIED.
   */
  async share<W extends WorkName>(
    name: W,
    input: () => WorkInput<W>,
    pieces: Pieces<WorkResult<W>>,
  ): Promise<WorkResult<W>[]> {
    const { counts } = pieces;
    const order = { name, counts, next: sharedInts(1), done: sharedInts(1) };
    const many = counts.length > 1 && pieces.multiplyAdds >= this.few;
    const helpers = many ? this.start() : [];
    const results = new Map<number, WorkResult<W>>();
    const got = (piece: number, result: WorkResult<W>) => {
      results.set(piece, result);
      pieces.got?.(piece, result);
    };
    if (helpers.length > 0) ask(helpers, { ...order, input: input() }, got);
    const check = () => {
      for (const { thread } of helpers) thread.check();
      pieces.tick(Atomics.load(order.done, 0));
    };
    for (const piece of takeFrom(order.next, counts.length)) {
      got(piece, await counted(order.done, counts[piece]!, (tell) => pieces.do(piece, tell), check));
      await turn();
      check();
    }
    const total = counts.reduce((sum, count) => sum + count, 0);
    await waitAndHear(order.done, total, check);
    // What the last pieces gave may still be on its way.
    while (results.size < counts.length) {
      await new Promise((resolve) => setImmediate(resolve));
      for (const { thread } of helpers) thread.check();
    }
    pieces.tick(total);
    return Array.from(counts, (_, piece) => results.get(piece)!);
  }

  /** Ends the other threads, whatever they are doing. */
  async end(): Promise<void> {
    await Promise.all(this.helpers.splice(0).map(({ thread }) => thread.terminate()));
  }

  private start(): readonly Helper[] {
    while (this.helpers.length < this.threads - 1) {
      const { port1, port2 } = new MessageChannel();
      this.helpers.push({ thread: startThread('pool.help', { port: port2 }, [port2]), port: port1 });
    }
    return this.helpers;
  }
}

/** Has helpers follow an order, and hears what their pieces gave. */
function ask<W extends WorkName>(
  helpers: readonly Helper[],
  order: Order<W>,
  got: (piece: number, result: WorkResult<W>) => void,
): void {
  for (const { port } of helpers) {
    port.removeAllListeners('message').on('message', (given: Given<W>) => got(given.piece, given.result));
    port.postMessage(order);
  }
}

/** Pieces that nobody has taken yet, one by one. */
export function* takeFrom(next: Int32Array<SharedArrayBuffer>, count: number): Generator<number> {
  for (;;) {
    const piece = Atomics.add(next, 0, 1);
    if (piece >= count) return;
    yield piece;
  }
}

export type Tell = (done: number) => void;

/**
 * Does a piece of so many things, and counts up those that it tells of on the way, and the others when it ends. `heard` is called
 * when it tells of some; what that throws ends the piece.
 */
export async function counted<T>(
  done: Int32Array<SharedArrayBuffer>,
  count: number,
  work: (tell: Tell) => T | Promise<T>,
  heard: () => void = () => {},
): Promise<T> {
  let told = 0;
  const result = await work((now) => {
    const known = Math.min(count, Math.max(told, Math.floor(now)));
    if (known > told) countUp(done, known - told);
    told = known;
    heard();
  });
  countUp(done, count - told);
  return result;
}
