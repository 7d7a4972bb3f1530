/** Steps excluded from the measurement: the first ones compile kernels and fill caches. */
const WARM_UP = 2;
const SECONDS = 2;

export interface TimedSteps {
  /** Seconds before the first step, seconds per step, and number of measured steps. */
  readonly setupSeconds: number;
  readonly perStep: number;
  readonly measured: number;
}

/**
 * Runs a training and stops it after some steps, by an error thrown from `checkCancelled`; the training must dispose of
 * its tensors then.
 */
export async function timeSteps(
  train: (hooks: { checkCancelled(): void; onStep(): void }) => Promise<unknown>,
  checkCancelled: () => void,
): Promise<TimedSteps> {
  const stopSignal = new Error('enough steps were measured');
  const started = performance.now();
  const ends: number[] = [];
  const measured = () => Math.max(0, ends.length - 1 - WARM_UP);
  const seconds = () => (ends.at(-1)! - ends[Math.min(WARM_UP, ends.length - 1)]!) / 1000;
  try {
    await train({
      checkCancelled: () => {
        checkCancelled();
        if (measured() > 0 && seconds() >= SECONDS) throw stopSignal;
      },
      onStep: () => ends.push(performance.now()),
    });
  } catch (error) {
    if (error !== stopSignal) throw error;
  }
  if (measured() === 0) {
    const perStep = (performance.now() - started) / 1000 / Math.max(1, ends.length);
    return { setupSeconds: 0, perStep, measured: ends.length };
  }
  const perStep = seconds() / measured();
  return { setupSeconds: Math.max(0, (ends[0]! - started) / 1000 - perStep), perStep, measured: measured() };
}
