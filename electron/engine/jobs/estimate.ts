import type { Progress } from '../../../shared/contract/jobs.ts';

/** Estimates the remaining time of the current stage from its rate so far; a new stage starts a new estimate. */
export class Estimate {
  private stage = '';
  private since = 0;
  private doneAtStart = 0;

  /** Returns the seconds left, or null in the first second of a stage, when the rate is not yet meaningful. */
  secondsLeft(progress: Progress, now: number): number | null {
    if (progress.stage !== this.stage) {
      this.stage = progress.stage;
      this.since = now;
      this.doneAtStart = progress.done;
    }
    const seconds = (now - this.since) / 1000;
    const done = progress.done - this.doneAtStart;
    if (seconds < 1 || done <= 0) return null;
    return Math.max(0, ((progress.total - progress.done) * seconds) / done);
  }
}
