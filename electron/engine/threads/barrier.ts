/** How long a thread that has an event loop waits before it looks there for news of the others. */
const NAP_MS = 20;

/**
 * Where threads that work in rounds wait for each other: all have come to a round before one goes on to the next. Whoever
 * leads takes turns of its event loop meanwhile, so that it hears of a thread that will not come.
 */
export class Meeting {
  /** How often a thread has come, all together; one element. */
  private readonly arrivals: Int32Array<SharedArrayBuffer>;
  private readonly members: number;
  private round = 0;

  constructor(arrivals: Int32Array<SharedArrayBuffer>, members: number) {
    this.arrivals = arrivals;
    this.members = members;
  }

  /** To be followed by one of the two ways to wait. */
  arrive(): void {
    this.round++;
    if (Atomics.add(this.arrivals, 0, 1) + 1 === this.expected()) Atomics.notify(this.arrivals, 0);
  }

  wait(): void {
    waitFor(this.arrivals, this.expected());
  }

  /** `check` is called now and then; it throws where waiting has become vain. */
  async waitAndHear(check: () => void): Promise<void> {
    await waitAndHear(this.arrivals, this.expected(), check);
  }

  private expected(): number {
    return this.members * this.round;
  }
}

/** Sleeps until a counter, its first element, has come to a number; whoever counts up notifies. */
export function waitFor(counter: Int32Array<SharedArrayBuffer>, number: number): void {
  for (;;) {
    const now = Atomics.load(counter, 0);
    if (now >= number) return;
    Atomics.wait(counter, 0, now);
  }
}

/** The same with turns of the event loop, at which `check` is called, however often the counter is counted up. */
export async function waitAndHear(
  counter: Int32Array<SharedArrayBuffer>,
  number: number,
  check: () => void,
): Promise<void> {
  let heard = performance.now();
  for (;;) {
    const now = Atomics.load(counter, 0);
    if (now >= number) return;
    if (Atomics.wait(counter, 0, now, NAP_MS) !== 'timed-out' && performance.now() - heard < NAP_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    check();
    heard = performance.now();
  }
}

export function countUp(counter: Int32Array<SharedArrayBuffer>, by = 1): void {
  Atomics.add(counter, 0, by);
  Atomics.notify(counter, 0);
}
