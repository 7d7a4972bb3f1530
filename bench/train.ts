import { availableParallelism } from 'node:os';
import { startWasm } from '../electron/engine/model/kernels/register.ts';
import type { TrainingData } from '../electron/engine/train/behaviours/epoch-batches.ts';
import type { Bench, Row } from './row.ts';
import { eventsOf, lengthsOf, secondsOfEpoch, torchEpoch } from './support/epoch.ts';
import { denseTrainingData, trainingDataOf } from './support/training-data.ts';

/** One core and all cores, used by each side in its own way: data-parallel workers, and PyTorch's threads. */
const CORES = [1, availableParallelism()];

/**
 * Events trained on per second (wall time) in an epoch of masked modelling with a two-layer encoder, compared with
 * PyTorch: on dense sequences of one length, and on data with sequences of all lengths, which PyTorch pads to the
 * longest.
 */
const bench: Bench = async () => {
  await startWasm();
  const movielens = ['inter', 'user', 'item'].map((end) => ({ file: `ml-100k.${end}` }));
  const cases: [string, TrainingData][] = [
    ['dense, 64 wide, batch 32 × 100', denseTrainingData(64)],
    ['dense, 128 wide, batch 32 × 100', denseTrainingData(128)],
    [
      'LastFM, 64 wide, batch 64, length 50',
      await trainingDataOf('lastfm', [{ file: 'LastFM.txt', preset: 'sequences' }], { length: 50, batchSize: 64 }),
    ],
    [
      'ml-100k, 64 wide, batch 32, length 200',
      await trainingDataOf('ml-100k', movielens, { length: 200, batchSize: 32 }),
    ],
  ];
  const rows: Row[] = [];
  for (const [name, trainingData] of cases) rows.push(...(await besideTorch(name, trainingData)));
  return rows;
};
export default bench;

async function besideTorch(name: string, trainingData: TrainingData): Promise<Row[]> {
  const [lengths, events] = [lengthsOf(trainingData), eventsOf(trainingData)];
  const rows: Row[] = [];
  for (const cores of CORES) {
    const figure = events / (await secondsOfEpoch(trainingData, cores));
    const torch = torchEpoch(trainingData, lengths, cores);
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
