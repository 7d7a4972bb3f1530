/** Limits automatic restarts of a crashed engine to `maxRestarts` within `withinMs`; beyond that the user is asked. */
export class RestartPolicy {
  private readonly maxRestarts: number;
  private readonly withinMs: number;
  private restarts: number[] = [];

  constructor(maxRestarts = 3, withinMs = 5 * 60_000) {
    this.maxRestarts = maxRestarts;
    this.withinMs = withinMs;
  }

  /** Whether another restart is allowed; counts it if so. */
  allow(now: number): boolean {
    this.restarts = this.restarts.filter((time) => now - time < this.withinMs);
    if (this.restarts.length >= this.maxRestarts) return false;
    this.restarts.push(now);
    return true;
  }

  /** Resets the count, after the user chose to try again. */
  reset(): void {
    this.restarts = [];
  }
}
