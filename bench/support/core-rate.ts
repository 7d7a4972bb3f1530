import { startWasm } from '../../electron/engine/model/kernels/register.ts';
import { eventsOf, secondsOfEpoch } from './epoch.ts';
import { limitsIn } from './kernels/limits.ts';
import { denseLessons } from './training-data.ts';

/** Seconds that products run for: as long as an epoch or two. */
const SECONDS = 5;

/** `node core-rate.ts WORK`: prints `ready`, waits for a line, does the work on one core and prints how much of it a second. */
const rates: Readonly<Record<string, () => Promise<() => Promise<number>>>> = {
  /** Operations. */
  async registers() {
    const { backend } = await startWasm();
    const { sustained } = limitsIn(backend.wasm.asm.memory, 0, 0);
    return async () => sustained(SECONDS);
  },
  /** Behaviours learnt from. */
  async training() {
    await startWasm();
    const lessons = denseLessons(64);
    return async () => eventsOf(lessons) / (await secondsOfEpoch(lessons, 1));
  },
};

const measure = await rates[process.argv[2] ?? '']!();
process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  process.stdout.write(`${await measure()}\n`);
  process.exit();
});
