/** Allows a number of events within a period of time, and counts those that it refuses. */
export class RateLimit {
  private readonly maxEvents: number;
  private readonly withinMs: number;
  private allowed: number[] = [];
  private refused = 0;

  constructor(maxEvents: number, withinMs: number) {
    this.maxEvents = maxEvents;
    this.withinMs = withinMs;
  }

  /**
   * Returns the number of events refused since the last allowed one if another is allowed at the time `now`
   * (milliseconds), or null.
   */
  allow(now = Date.now()): number | null {
    this.allowed = this.allowed.filter((time) => now - time < this.withinMs);
    if (this.allowed.length >= this.maxEvents) {
      this.refused++;
      return null;
    }
    this.allowed.push(now);
    const { refused } = this;
    this.refused = 0;
    return refused;
  }
}
