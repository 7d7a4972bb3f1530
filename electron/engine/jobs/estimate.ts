import type { Progress } from '../../../shared/contract/jobs.ts';

/**
 * Estimates the remaining time of a job from its rate so far: of the current stage, where a new stage starts a new
 * estimate, or of the whole job if its progress states how much of the whole is done.
 */
export class Estimate {
  private stage: string | null = null;
  private since = 0;
  private doneAtStart = 0;

  /** Returns the seconds left, or null in the first second, when the rate is not yet meaningful. */
  secondsLeft(progress: Progress, now: number): number | null {
    const { stage, done, total } = measured(progress);
    if (stage !== this.stage) {
      this.stage = stage;
      this.since = now;
      this.doneAtStart = done;
    }
    const seconds = (now - this.since) / 1000;
    const progressed = done - this.doneAtStart;
    if (seconds < 1 || progressed <= 0) return null;
    return Math.max(0, ((total - done) * seconds) / progressed);
  }
}

/** Returns the quantities that an estimate is based on; a whole job counts as one stage. */
function measured({ stage, done, total, overall }: Progress): Pick<Progress, 'done' | 'total'> & { stage: string } {
  return overall === undefined ? { stage, done, total } : { stage: '', done: overall, total: 1 };
}
