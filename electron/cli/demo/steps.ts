import { duration } from '../text.ts';

/** Names a part of the demo on standard error, does it, and says how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  process.stderr.write(`${title}\n`);
  const result = await work();
  process.stderr.write(`${title}: done in ${duration((performance.now() - started) / 1000)}\n`);
  return result;
}
