import { availableParallelism } from 'node:os';
import { startWasm } from '../electron/engine/model/kernels/register.ts';
import type { Lessons } from '../electron/engine/train/loop/epoch-batches.ts';
import type { Bench, Row } from './row.ts';
import { eventsOf, lengthsOf, secondsOfEpoch, torchEpoch } from './support/epoch.ts';
import { denseLessons, lessonsOf } from './support/training-data.ts';

/** On one core and on all, each side's way of using them: workers that learn together, and PyTorch's threads. */
const CORES = [1, availableParallelism()];

/**
 * Behaviours learnt a second in an epoch of masked modelling by a two-layer encoder, beside PyTorch, by wall time: on dense
 * sequences of one length, and on data whose sequences are of all lengths, which PyTorch's users pad to the longest.
 */
const bench: Bench = async () => {
  await startWasm();
  const movielens = ['inter', 'user', 'item'].map((end) => ({ file: `ml-100k.${end}` }));
  const cases: [string, Lessons][] = [
    ['dense, 64 wide, batch 32 × 100', denseLessons(64)],
    ['dense, 128 wide, batch 32 × 100', denseLessons(128)],
    [
      'LastFM, 64 wide, batch 64, length 50',
      await lessonsOf('lastfm', [{ file: 'LastFM.txt', preset: 'sequences' }], { length: 50, batchSize: 64 }),
    ],
    ['ml-100k, 64 wide, batch 32, length 200', await lessonsOf('ml-100k', movielens, { length: 200, batchSize: 32 })],
  ];
  const rows: Row[] = [];
  for (const [name, lessons] of cases) rows.push(...(await beside(name, lessons)));
  return rows;
};
export default bench;

async function beside(name: string, lessons: Lessons): Promise<Row[]> {
  const [lengths, events] = [lengthsOf(lessons), eventsOf(lessons)];
  const rows: Row[] = [];
  for (const cores of CORES) {
    const figure = events / (await secondsOfEpoch(lessons, cores));
    const torch = torchEpoch(lessons, lengths, cores);
    const peerFigure = torch && events / torch.seconds;
    rows.push({
      case: `${name}, ${cores} ${cores === 1 ? 'core' : 'cores'}`,
      figure,
      unit: 'behaviours/s',
      peer: torch ? `PyTorch ${torch.version}` : 'PyTorch (not installed)',
      peerFigure,
      ratio: peerFigure && figure / peerFigure,
    });
  }
  return rows;
}
