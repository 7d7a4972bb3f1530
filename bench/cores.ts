import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startWasm } from '../electron/engine/model/kernels/register.ts';
import type { Bench, Row } from './row.ts';
import { eventsOf, secondsOfEpoch } from './support/epoch.ts';
import { denseLessons } from './support/training-data.ts';

const CORES = availableParallelism();

/**
 * What all cores make of one core's work: arithmetic in registers and whole trainings, as many processes at once as there are
 * cores and nothing between them, which is the most that this machine allows; and one training by as many workers.
 */
const bench: Bench = async () => {
  const alone = await rateOf('training', 1);
  await startWasm();
  const lessons = denseLessons(64);
  const workers = eventsOf(lessons) / (await secondsOfEpoch(lessons, CORES));
  return [
    row(
      'fused products and sums in registers',
      'GFLOP/s',
      (await rateOf('registers', CORES)) / 1e9,
      (await rateOf('registers', 1)) / 1e9,
    ),
    row('trainings that know nothing of each other', 'behaviours/s', await rateOf('training', CORES), alone),
    row('one training by workers', 'behaviours/s', workers, alone),
  ];
};
export default bench;

function row(name: string, unit: string, figure: number, peerFigure: number): Row {
  return { case: `${name}, ${CORES} cores`, figure, unit, peer: '1 core', peerFigure, ratio: figure / peerFigure };
}

/** The sum of what so many processes make a second, all at once. */
async function rateOf(work: 'registers' | 'training', processes: number): Promise<number> {
  const file = fileURLToPath(new URL('support/core-rate.ts', import.meta.url));
  const children = Array.from({ length: processes }, () =>
    spawn(process.execPath, [file, work], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  await Promise.all(children.map(ready));
  for (const { stdin } of children) stdin.write('go\n');
  const printed = await Promise.all(children.map(({ stdout }) => text(stdout)));
  return printed.reduce((sum, rate) => sum + Number(rate), 0);
}

async function ready({ stdout }: ChildProcess): Promise<void> {
  await once(stdout!, 'data');
}
