import { cpuSeconds } from './cpu-seconds.ts';

/** Returns the processor seconds of one call: the minimum of several rounds that each take about `span` seconds. */
export function fastest(call: () => void, span = 0.04, rounds = 7): number {
  let calls = 1;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; ) {
    const started = process.cpuUsage();
    for (let i = 0; i < calls; i++) call();
    const seconds = cpuSeconds(started);
    if (seconds < span / 2) {
      calls *= 2;
      continue;
    }
    best = Math.min(best, seconds / calls);
    round++;
  }
  return best;
}
