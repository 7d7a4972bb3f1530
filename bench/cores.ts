import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startWasm } from '../electron/engine/model/kernels/register.ts';
import type { Bench, Row } from './row.ts';
import { eventsOf, secondsOfEpoch } from './support/epoch.ts';
import { denseTrainingData } from './support/training-data.ts';

const CORES = availableParallelism();

/**
 * Scaling from one core to all: arithmetic in registers and complete trainings, as one independent process per core,
 * which is the upper limit of this machine; and one training with as many workers.
 */
const bench: Bench = async () => {
  const singleCore = await rateOf('training', 1);
  await startWasm();
  const trainingData = denseTrainingData(64);
  const workers = eventsOf(trainingData) / (await secondsOfEpoch(trainingData, CORES));
  return [
    row(
      'fused products and sums in registers',
      'GFLOP/s',
      (await rateOf('registers', CORES)) / 1e9,
      (await rateOf('registers', 1)) / 1e9,
    ),
    row('trainings that know nothing of each other', 'behaviours/s', await rateOf('training', CORES), singleCore),
    row('one training by workers', 'behaviours/s', workers, singleCore),
  ];
};
export default bench;

function row(name: string, unit: string, figure: number, peerFigure: number): Row {
  return { case: `${name}, ${CORES} cores`, figure, unit, peer: '1 core', peerFigure, ratio: figure / peerFigure };
}

/** Returns the summed rate of that many concurrent processes. */
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
