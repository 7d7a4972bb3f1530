import type { JobContext } from '../jobs/context.ts';

/**
 * Returns a function that saves and returns the total seconds of all attempts at a job, without the pauses between
 * them.
 */
export function stopwatch({ resumeState, saveResumeState }: JobContext): () => number {
  const earlier = Number(resumeState.seconds ?? 0);
  const started = performance.now();
  return () => {
    const seconds = earlier + (performance.now() - started) / 1000;
    saveResumeState({ seconds: String(seconds) });
    return seconds;
  };
}
