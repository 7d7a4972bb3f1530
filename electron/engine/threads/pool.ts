import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { turn } from '../model/backends/turn.ts';
import type { Order } from './help.ts';
import { countUp, waitAndHear } from './meeting.ts';
import { sharedInts } from './shared-memory.ts';
import { startThread, type Thread } from './start-thread.ts';
import type { WorkInput, WorkName } from './works.ts';

/** Multiply-adds below which work is done before other threads have started: about a second of one core. */
const FEW = 1e10;

interface Helper {
  readonly thread: Thread;
  readonly port: MessagePort;
}

/** Work in pieces, each of which writes what it finds where no other piece does. */
export interface Pieces {
  /** How many things, such as users, each piece is about. */
  readonly counts: Int32Array;
  /** What all of them cost to compute. */
  readonly multiplyAdds: number;
  /** Does one of them in the calling thread. */
  do(piece: number): void;
  /** Called between pieces, with how many things are done; throws to stop. */
  tick(done: number): void;
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
   * Does all pieces of a piece of work; `input`, in shared memory, is what the other threads need for theirs. Throws what a
   * piece throws, and THREAD_DIED.
   */
  async share<W extends WorkName>(name: W, input: () => WorkInput<W>, pieces: Pieces): Promise<void> {
    const { counts, tick } = pieces;
    const [next, done] = [sharedInts(1), sharedInts(1)];
    const many = counts.length > 1 && pieces.multiplyAdds >= this.few;
    const helpers = many ? this.start() : [];
    if (helpers.length > 0) {
      const order: Order = { name, input: input(), counts, next, done };
      for (const { port } of helpers) port.postMessage(order);
    }
    const check = () => {
      for (const { thread } of helpers) thread.check();
      tick(Atomics.load(done, 0));
    };
    for (const piece of takeFrom(next, counts.length)) {
      pieces.do(piece);
      countUp(done, counts[piece]!);
      await turn();
      check();
    }
    const total = counts.reduce((sum, count) => sum + count, 0);
    await waitAndHear(done, total, check);
    tick(total);
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

/** Pieces that nobody has taken yet, one by one. */
export function* takeFrom(next: Int32Array<SharedArrayBuffer>, count: number): Generator<number> {
  for (;;) {
    const piece = Atomics.add(next, 0, 1);
    if (piece >= count) return;
    yield piece;
  }
}
