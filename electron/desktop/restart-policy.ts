/** How often an engine that died is started again before the user is asked: at most `most` times in `withinMs`. */
export class RestartPolicy {
  private readonly most: number;
  private readonly withinMs: number;
  private restarts: number[] = [];

  constructor(most = 3, withinMs = 5 * 60_000) {
    this.most = most;
    this.withinMs = withinMs;
  }

  /** Whether it may be started again now; counts the restart if so. */
  allow(now: number): boolean {
    this.restarts = this.restarts.filter((time) => now - time < this.withinMs);
    if (this.restarts.length >= this.most) return false;
    this.restarts.push(now);
    return true;
  }

  /** The user said to try again. */
  forgive(): void {
    this.restarts = [];
  }
}
