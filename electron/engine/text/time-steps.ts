/** The first steps compile kernels and fill caches: they say nothing of the others. */
const WARM_UP = 2;
const SECONDS = 2;

export interface TimedSteps {
  /** Seconds before the first step, of one step, and how many were measured. */
  readonly before: number;
  readonly perStep: number;
  readonly measured: number;
}

/** Runs a training and stops it after some steps. The training lets go of what it holds when `checkCancelled` throws. */
export async function timeSteps(
  train: (hooks: { checkCancelled(): void; onStep(): void }) => Promise<unknown>,
  checkCancelled: () => void,
): Promise<TimedSteps> {
  const enough = new Error('enough steps were measured');
  const started = performance.now();
  const ends: number[] = [];
  const measured = () => Math.max(0, ends.length - 1 - WARM_UP);
  const seconds = () => (ends.at(-1)! - ends[Math.min(WARM_UP, ends.length - 1)]!) / 1000;
  try {
    await train({
      checkCancelled: () => {
        checkCancelled();
        if (measured() > 0 && seconds() >= SECONDS) throw enough;
      },
      onStep: () => ends.push(performance.now()),
    });
  } catch (error) {
    if (error !== enough) throw error;
  }
  if (measured() === 0) {
    const perStep = (performance.now() - started) / 1000 / Math.max(1, ends.length);
    return { before: 0, perStep, measured: ends.length };
  }
  const perStep = seconds() / measured();
  return { before: Math.max(0, (ends[0]! - started) / 1000 - perStep), perStep, measured: measured() };
}
