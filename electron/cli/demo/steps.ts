import { duration } from '../text.ts';

/** Runs a step of the demo; prints its title before and its duration after it, to standard error. */
export async function runStep<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  process.stderr.write(`${title}\n`);
  const result = await work();
  process.stderr.write(`${title}: done in ${duration((performance.now() - started) / 1000)}\n`);
  return result;
}
