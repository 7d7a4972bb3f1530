import { startWasm } from '../../electron/engine/model/kernels/register.ts';
import { eventsOf, secondsOfEpoch } from './epoch.ts';
import { limitsIn } from './kernels/limits.ts';
import { denseTrainingData } from './training-data.ts';

/** Duration of the arithmetic in seconds, about that of one or two epochs. */
const SECONDS = 5;

/**
 * `node core-rate.ts WORK`: prints `ready`, waits for a line, runs the work on one core and prints its rate per second.
 */
const rates: Readonly<Record<string, () => Promise<() => Promise<number>>>> = {
  /** Operations per second. */
  async registers() {
    const { backend } = await startWasm();
    const { sustained } = limitsIn(backend.wasm.asm.memory, 0, 0);
    return async () => sustained(SECONDS);
  },
  /** Events trained on per second. */
  async training() {
    await startWasm();
    const trainingData = denseTrainingData(64);
    return async () => eventsOf(trainingData) / (await secondsOfEpoch(trainingData, 1));
  },
};

const measure = await rates[process.argv[2] ?? '']!();
process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  process.stdout.write(`${await measure()}\n`);
  process.exit();
});
