import { z } from 'zod';
import { behaviourTask } from '../../electron/engine/train/behaviours/behaviour-task.ts';
import {
  epochBatches,
  epochHistories,
  type TrainingData,
} from '../../electron/engine/train/behaviours/epoch-batches.ts';
import { newTraining } from '../../electron/engine/train/new-run.ts';
import { train } from '../../electron/engine/train/trainer/trainer.ts';
import { disposeTraining } from '../../electron/engine/train/trainer/training.ts';
import { runPython } from './peer.ts';

/** The first epoch starts threads, compiles and fills caches; the median is taken over the others. */
export const EPOCHS = 4;

/** Returns the median seconds of an epoch of a training with that many workers. */
export async function secondsOfEpoch(trainingData: TrainingData, workers: number): Promise<number> {
  const training = newTraining(trainingData.config);
  const ends = [performance.now()];
  const hooks = {
    checkCancelled() {},
    onEpoch() {
      ends.push(performance.now());
      return null;
    },
  };
  try {
    await train(behaviourTask(trainingData), training, hooks, workers);
  } finally {
    disposeTraining(training);
  }
  const seconds = ends.slice(1).map((end, i) => (end - ends[i]!) / 1000);
  return seconds.slice(1).sort((a, b) => a - b)[(EPOCHS - 1) >> 1]!;
}

/** Number of positions of each sequence of an epoch, special tokens included. */
export function lengthsOf(trainingData: TrainingData): number[] {
  const batches = [...epochBatches(trainingData, epochHistories(trainingData), 0, 0)];
  return batches.flatMap((batch) => batch.map(({ positions }) => positions.event.length));
}

/** Number of events in these sequences, without special tokens. */
export function eventsOf(trainingData: TrainingData): number {
  const batches = [...epochBatches(trainingData, epochHistories(trainingData), 0, 0)];
  const events = batches.flatMap((batch) => batch.map(({ positions }) => positions.event.filter((e) => e >= 0).length));
  return events.reduce((sum, count) => sum + count, 0);
}

const Peer = z.object({ seconds: z.number(), version: z.string() });

/**
 * Runs the same epoch with PyTorch, with sequences padded to the model's length; null if no Python has it installed.
 */
export function torchEpoch({ config }: TrainingData, lengths: readonly number[], threads: number) {
  const { encoder, train: settings, target } = config;
  const { width, layers, heads, length, dropout, sizes } = encoder;
  return runPython(
    'torch-epoch.py',
    {
      ...{ width, layers, heads, length, dropout, lengths, threads, epochs: EPOCHS },
      sizes: Object.values(sizes),
      itemField: Object.keys(sizes).indexOf(target),
      batchSize: settings.batchSize,
      maskShare: settings.maskShare,
    },
    Peer,
  );
}
