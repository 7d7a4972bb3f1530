/** Polling interval of a thread that also serves its event loop. */
const POLL_MS = 20;

/**
 * Barrier of threads that work in rounds: every thread arrives before any continues. The leading thread yields to its
 * event loop while it waits, so that it notices a thread that has failed.
 */
export class Barrier {
  /** Total number of arrivals of all threads; one element. */
  private readonly arrived: Int32Array<SharedArrayBuffer>;
  private readonly parties: number;
  private round = 0;

  constructor(arrived: Int32Array<SharedArrayBuffer>, parties: number) {
    this.arrived = arrived;
    this.parties = parties;
  }

  /** Signals arrival. Must be followed by `wait` or `waitPolling`. */
  arrive(): void {
    this.round++;
    if (Atomics.add(this.arrived, 0, 1) + 1 === this.expected()) Atomics.notify(this.arrived, 0);
  }

  wait(): void {
    waitFor(this.arrived, this.expected());
  }

  /** Waits and calls `check` periodically; `check` throws to abort the wait. */
  async waitPolling(check: () => void): Promise<void> {
    await waitPolling(this.arrived, this.expected(), check);
  }

  private expected(): number {
    return this.parties * this.round;
  }
}

/** Blocks until a counter's first element reaches a value; `increment` and `arrive` notify. */
export function waitFor(counter: Int32Array<SharedArrayBuffer>, target: number): void {
  for (;;) {
    const now = Atomics.load(counter, 0);
    if (now >= target) return;
    Atomics.wait(counter, 0, now);
  }
}

/**
 * Like `waitFor`, but yields to the event loop and calls `check` at each interval, no matter how often the counter is
 * incremented.
 */
export async function waitPolling(
  counter: Int32Array<SharedArrayBuffer>,
  target: number,
  check: () => void,
): Promise<void> {
  let polledAt = performance.now();
  for (;;) {
    const now = Atomics.load(counter, 0);
    if (now >= target) return;
    if (Atomics.wait(counter, 0, now, POLL_MS) !== 'timed-out' && performance.now() - polledAt < POLL_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    check();
    polledAt = performance.now();
  }
}

export function increment(counter: Int32Array<SharedArrayBuffer>, by = 1): void {
  Atomics.add(counter, 0, by);
  Atomics.notify(counter, 0);
}
